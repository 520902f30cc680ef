/**
 * Servers for tests and benchmarks: HDFS and S3 in this process or in one of their own, on
 * 127.0.0.1, and proxies before them that break things as networks do, or count requests.
 *
 * <p>May use: Hadoop's mini cluster, S3Proxy. No part of the app.
 */
package simile.servers;
