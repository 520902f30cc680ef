/**
 * Servers for tests: HDFS and S3 in this process, on 127.0.0.1, and proxies before them that break
 * things as networks do.
 *
 * <p>May use: Hadoop's mini cluster, S3Proxy. No part of the app.
 */
package simile.servers;
