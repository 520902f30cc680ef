package simile.files.s3;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import simile.files.DurableOutput;
import simile.files.FileHash;
import simile.files.Sha256;
import simile.files.StoreFiles;
import simile.servers.S3Server;
import simile.testkit.Races;
import simile.testkit.SharedFilesContract;

class S3FilesTest extends SharedFilesContract {
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
  protected StoreFiles open() throws IOException {
    return Clients.open(server.endpoint(), location);
  }

  @Override
  protected String location() {
    return location;
  }

  @Override
  protected Map<String, String> properties() {
    return S3Server.properties(server.endpoint());
  }

  @Test
  void aFileOfManyPartsComesBackWhole() throws IOException {
    byte[] content = new byte[(20 << 20) + 7];
    new Random(5).nextBytes(content);
    try (DurableOutput out = open().create("a/big")) {
      out.write(content, 0, 3);
      out.write(content, 3, content.length - 3);
      assertThat(open().list("a").isEmpty(), is(true));
    }
    assertThat(FileHash.of(open(), "a/big"), equalTo(Sha256.of(content)));
    try (SeekableByteChannel in = open().open("a/big")) {
      ByteBuffer across = ByteBuffer.allocate(100);
      in.position((8 << 20) - 50);
      while (across.hasRemaining()) {
        assertThat(in.read(across) > 0, is(true));
      }
      assertThat(across.flip(), equalTo(ByteBuffer.wrap(content, (8 << 20) - 50, 100)));
    }
  }

  @Test
  void anAbandonedFileOfManyPartsLeavesNothingToSweep() throws IOException {
    DurableOutput out = open().create("a/big");
    out.write(new byte[9 << 20]);
    out.abandon();
    assertThat(open().sweep("a", Instant.now().plusSeconds(3600)), is(0));
  }

  @Test
  void partsThatAKilledProcessLeftAreSweptOnceTheyAreOld() throws IOException {
    open().create("a/big").write(new byte[9 << 20]); // and never closed
    assertThat(open().sweep("a", Instant.now().minusSeconds(3600)), is(0));
    assertThat(open().sweep("a", Instant.now().plusSeconds(3600)), is(1));
    assertThat(open().sweep("a", Instant.now().plusSeconds(3600)), is(0));
  }

  @Test
  void aFolderOfSeveralPagesIsListedWhole() throws Exception {
    StoreFiles files = open();
    List<String> names = IntStream.range(0, 1203).mapToObj("%04d"::formatted).toList();
    Races.run(
        8,
        i ->
            () -> {
              for (int n = i; n < names.size(); n += 8) {
                files.replace("many/" + names.get(n), bytes(names.get(n)));
              }
              return i;
            });
    assertThat(files.list("many"), equalTo(names));
    assertThat(files.list(""), contains("many/"));
  }

  @Test
  void aBucketItselfIsAPlace() throws IOException {
    StoreFiles root = Clients.open(server.endpoint(), "s3://" + S3Server.BUCKET);
    create("file", "1");
    String folder = location.substring(location.lastIndexOf('/') + 1);
    assertThat(root.list("").contains(folder + "/"), is(true));
    assertThat(root.list(folder), contains("file"));
    assertThat(root.root(), equalTo("s3://" + S3Server.BUCKET));
  }
}
