package simile.files.hdfs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.servers.HdfsServer;
import simile.testkit.SharedFilesContract;

class HdfsFilesTest extends SharedFilesContract {
  @TempDir static Path disks;
  private static HdfsServer server;
  private final String name = "deep/store-" + UUID.randomUUID();

  @BeforeAll
  static void startServer() throws IOException {
    server = HdfsServer.start(disks);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  protected StoreFiles open() throws IOException {
    return StoreFilesOpener.fromClassPath().open(location());
  }

  @Override
  protected String location() {
    return server.location(name);
  }

  @Test
  void temporaryFilesOfAKilledProcessAreHiddenReservedAndSweptOnceTheyAreOld() throws IOException {
    create("a/file", "1");
    FileSystem hadoop = server.cluster().getFileSystem();
    hadoop.create(new org.apache.hadoop.fs.Path("/" + name + "/a/.tmp-1")).close();
    assertThat(open().list("a"), contains("file"));
    assertThrows(IllegalArgumentException.class, () -> open().create("a/.tmp-2").close());
    assertThat(open().sweep("a", Instant.now().minusSeconds(3600)), is(0));
    assertThat(open().sweep("a", Instant.now().plusSeconds(3600)), is(1));
    assertThat(open().list("a"), contains("file"));
  }

  @Test
  void onlyAnEmptyFolderGoes() throws IOException {
    create("a/b/file", "1");
    open().removeIfEmpty("a/b");
    assertThat(open().size("a/b/file"), is(OptionalLong.of(1)));
    open().delete("a/b/file");
    open().removeIfEmpty("a/b");
    open().removeIfEmpty("a/none");
    assertThat(open().list("a").isEmpty(), is(true));
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    create("a/file", "1");
    assertThat(open().list("a/file"), equalTo(List.of()));
  }

  @Test
  void aRunningFileOfAKilledProcessCanBeDeleted() throws IOException {
    open().create("a/half").write(bytes("half")); // and never closed
    open().delete("a/half");
    create("a/half", "whole");
    assertThat(text("a/half"), equalTo("whole"));
  }
}
