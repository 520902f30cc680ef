package simile.files.hdfs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.servers.HdfsServer;
import simile.testkit.CommitLogContract;

/** Long: a name on HDFS takes a hundred times as long as on local disk. */
@Tag("full")
class HdfsCommitLogTest extends CommitLogContract {
  @TempDir static Path disks;
  private static HdfsServer server;
  private final String name = "store-" + UUID.randomUUID();

  @BeforeAll
  static void startServer() throws IOException {
    server = HdfsServer.start(disks);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected StoreFiles files() throws IOException {
    return StoreFilesOpener.fromClassPath().open(server.location(name));
  }
}
