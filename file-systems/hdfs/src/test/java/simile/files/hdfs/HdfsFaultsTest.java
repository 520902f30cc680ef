package simile.files.hdfs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options.Rename;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.OutcomeUnknownException;
import simile.files.StoreFiles;
import simile.files.hdfs.FaultyCalls.Fate;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.LogVerifier;
import simile.servers.HdfsServer;
import simile.testkit.Drafts;
import simile.testkit.Races;

/** Between us and the name node, requests and answers get lost. */
class HdfsFaultsTest {
  @TempDir static Path disks;
  private static HdfsServer server;
  private static FileContext context;
  private final String folder = "/store-" + UUID.randomUUID();

  @BeforeAll
  static void startServer() throws IOException {
    server = HdfsServer.start(disks);
    context = FileContext.getFileContext(cluster(), server.cluster().getConfiguration(0));
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void aRenameWhoseAnswerIsLostIsKnownByWhatIsThere() throws IOException {
    for (Fate fate : List.of(Fate.REPLY_LOST, Fate.REPEATED)) {
      assertThat(always(fate).putIfAbsent("a/" + fate, bytes("mine")), is(true));
      assertThat(plain().putIfAbsent("a/" + fate, bytes("mine")), is(false));
      assertThat(new String(plain().read("a/" + fate), UTF_8), equalTo("mine"));
    }
  }

  @Test
  void aRenameThatNeverArrivedCertainlyFailed() throws IOException {
    IOException e =
        assertThrows(
            IOException.class, () -> always(Fate.LOST).putIfAbsent("a/lost", bytes("mine")));
    assertThat(e, not(instanceOf(OutcomeUnknownException.class)));
    assertThat(plain().list("a"), equalTo(List.of()));
    assertThat(plain().putIfAbsent("a/lost", bytes("other")), is(true));
  }

  @Test
  void manyWritersOverABadNetworkCommitEachRunOnce() throws Exception {
    int writers = 4;
    int rounds = 6;
    Races.run(
        writers,
        writer ->
            () -> {
              Random random = new Random(writer);
              CommitLog log =
                  CommitLog.open(
                      files(
                          new FaultyCalls(
                              HdfsCalls.of(context), random, 4, Fate.REPLY_LOST, Fate.REPEATED)));
              for (int round = 0; round < rounds; round++) {
                log.append(Drafts.ingest(writer + "-" + round));
              }
              return writer;
            });
    List<String> runs = CommitLog.open(plain()).history().map(Commit::runId).toList();
    assertThat(runs.stream().distinct().count(), is((long) writers * rounds));
    assertThat(new LogVerifier(plain()).requireWhole(), is((long) writers * rounds));
  }

  @Test
  void whatCannotBeLearnedIsUnknown() {
    HdfsCalls lost = new FaultyCalls(HdfsCalls.of(context), new Random(1), 1, Fate.REPLY_LOST);
    HdfsCalls deaf =
        new FaultyCalls(lost, new Random(1), 2, Fate.LOST) {
          @Override
          public void rename(
              org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to, Rename how)
              throws IOException {
            lost.rename(from, to, how);
          }

          @Override
          public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive)
              throws IOException {
            throw new IOException("connection refused, as told");
          }
        };
    assertThrows(
        OutcomeUnknownException.class, () -> files(deaf).putIfAbsent("a/x", bytes("mine")));
  }

  private StoreFiles always(Fate fate) {
    return files(new FaultyCalls(HdfsCalls.of(context), new Random(1), 1, fate));
  }

  private StoreFiles plain() {
    return files(HdfsCalls.of(context));
  }

  private StoreFiles files(HdfsCalls calls) {
    return new HdfsFiles(calls, new HdfsPlace(cluster(), folder));
  }

  private static URI cluster() {
    return URI.create("hdfs://127.0.0.1:" + server.port());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
