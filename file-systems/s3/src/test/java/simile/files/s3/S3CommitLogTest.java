package simile.files.s3;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import simile.files.StoreFiles;
import simile.servers.S3Server;
import simile.testkit.CommitLogContract;

class S3CommitLogTest extends CommitLogContract {
  private static S3Server server;
  private final String location = server.location("store-" + UUID.randomUUID());

  @BeforeAll
  static void startServer() throws IOException {
    server = S3Server.start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @Override
  protected StoreFiles files() throws IOException {
    return Clients.open(server.endpoint(), location);
  }
}
