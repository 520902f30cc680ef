/**
 * Stores on HDFS: {@code hdfs://namenode:port/folder}, or {@code hdfs:///folder} on the cluster
 * that the configuration names.
 *
 * <p>Files are written under their final names, synced to the disks of all data nodes, and closed.
 * A commit is a temporary file ({@code .tmp-…}) that a rename which never overwrites gives its
 * name. Configuration is found as Hadoop's tools find it: {@code core-site.xml} and {@code
 * hdfs-site.xml} in {@code HADOOP_CONF_DIR}, or on the class path.
 *
 * <p>May use: {@code files}, {@code files.remote}, Hadoop's client. Loaded only when a location
 * begins with {@code hdfs:}.
 */
package simile.files.hdfs;
