package simile.servers;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.SafeModeAction;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** A name node and a data node in this process, on ports of 127.0.0.1. */
public final class HdfsServer implements Closeable {
  private final MiniDFSCluster cluster;
  private final QuietLog quiet;

  private HdfsServer(MiniDFSCluster cluster, QuietLog quiet) {
    this.cluster = cluster;
    this.quiet = quiet;
  }

  /**
   * @param folder where they keep their files
   */
  public static HdfsServer start(Path folder) throws IOException {
    QuietLog quiet = QuietLog.of("org.apache.hadoop", "org.eclipse.jetty", "BlockStateChange");
    Configuration configuration = new Configuration();
    configuration.set("dfs.replication", "1");
    MiniDFSCluster cluster =
        new MiniDFSCluster.Builder(configuration, folder.toFile()).numDataNodes(1).build();
    cluster.waitActive();
    return new HdfsServer(cluster, quiet);
  }

  public MiniDFSCluster cluster() {
    return cluster;
  }

  public int port() {
    return cluster.getNameNodePort();
  }

  /** Where a store of that name would be. */
  public String location(String name) {
    return "hdfs://127.0.0.1:" + port() + "/" + name;
  }

  /**
   * Safe mode: whether the name node refuses whatever would change something, while it goes on to
   * answer.
   */
  public void refuseWrites(boolean refuses) throws IOException {
    boolean unused =
        cluster.getFileSystem().setSafeMode(refuses ? SafeModeAction.ENTER : SafeModeAction.LEAVE);
  }

  @Override
  public void close() {
    cluster.shutdown();
    quiet.end();
  }
}
