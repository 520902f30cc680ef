package simile.files.hdfs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.HadoopIllegalArgumentException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.hdfs.HdfsConfiguration;
import simile.files.StoreFiles;
import simile.files.StorePaths;
import simile.files.UnsupportedStoreException;

/** Connects to a cluster with the settings of this process. */
final class HdfsOpener {
  private static final List<String> SETTINGS = List.of("core-site.xml", "hdfs-site.xml");

  private static final String CLOSE = "dfs.client.block.write.locateFollowingBlock.";
  private static final String CLOSE_DELAY = CLOSE + "initial.delay.ms";
  private static final String CLOSE_RETRIES = CLOSE + "retries";

  private HdfsOpener() {}

  static StoreFiles open(URI root) throws IOException {
    String path = root.getPath() == null ? "" : root.getPath().replaceAll("^/|/$", "");
    if (!path.isEmpty() && !StorePaths.isInside(path)) {
      throw unusable(root, "its path has an empty name, '.' or '..'");
    }
    Configuration configuration = configuration();
    URI cluster = cluster(root, configuration);
    try {
      FileContext context = FileContext.getFileContext(cluster, configuration);
      return new HdfsFiles(context, new HdfsPlace(cluster, "/" + path));
    } catch (UnsupportedFileSystemException | HadoopIllegalArgumentException e) {
      throw unusable(root, e.getMessage());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new IOException(
          "'%s' cannot be reached: %s; check the name node's name and HADOOP_CONF_DIR"
              .formatted(root, e.getMessage()),
          e);
    }
  }

  private static Configuration configuration() {
    Configuration configuration = new HdfsConfiguration();
    Optional.ofNullable(System.getenv("HADOOP_CONF_DIR")).stream()
        .flatMap(folder -> SETTINGS.stream().map(Path.of(folder)::resolve))
        .filter(Files::isReadable)
        .forEach(file -> configuration.addResource(new org.apache.hadoop.fs.Path(file.toUri())));
    closeQuickly(configuration);
    return configuration;
  }

  // A file cannot be closed before its data node has told of its last block, a moment after it was
  // synced. By default Hadoop asks again after 400 ms: that is most of the time of a small file.
  // As long as before altogether, but sooner at first.
  private static void closeQuickly(Configuration configuration) {
    if (isUsual(configuration, CLOSE_DELAY) && isUsual(configuration, CLOSE_RETRIES)) {
      configuration.setInt(CLOSE_DELAY, 10);
      configuration.setInt(CLOSE_RETRIES, 11);
    }
  }

  private static boolean isUsual(Configuration configuration, String name) {
    String[] sources = configuration.getPropertySources(name);
    return sources == null || sources[sources.length - 1].equals("hdfs-default.xml");
  }

  private static URI cluster(URI root, Configuration configuration)
      throws UnsupportedStoreException {
    if (root.getAuthority() != null) {
      return URI.create("hdfs://" + root.getAuthority());
    }
    URI usual = URI.create(configuration.get("fs.defaultFS", "file:///"));
    if (!"hdfs".equals(usual.getScheme())) {
      throw unusable(root, "it names no cluster, and neither does fs.defaultFS");
    }
    return usual;
  }

  private static UnsupportedStoreException unusable(URI root, String why) {
    return new UnsupportedStoreException(
        "'%s' names no place for a store: %s; write hdfs://namenode:port/folder, or set HADOOP_CONF_DIR and write hdfs:///folder"
            .formatted(root, why));
  }
}
