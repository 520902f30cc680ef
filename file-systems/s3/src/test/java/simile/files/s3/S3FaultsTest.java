package simile.files.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simile.files.DurableOutput;
import simile.files.FileHash;
import simile.files.OutcomeUnknownException;
import simile.files.Sha256;
import simile.files.StoreFiles;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.LogVerifier;
import simile.servers.Fault;
import simile.servers.FaultyProxy;
import simile.servers.S3Server;
import simile.testkit.Drafts;
import simile.testkit.Races;

/** Between us and the server, requests and answers get lost. */
class S3FaultsTest {
  private static final Duration ANSWER = Duration.ofMillis(700);

  private static S3Server server;
  private final String location = server.location("store-" + UUID.randomUUID());
  private FaultyProxy proxy;

  @BeforeAll
  static void startServer() throws IOException {
    server = S3Server.start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @BeforeEach
  void startProxy() throws IOException {
    proxy = FaultyProxy.before(server.port());
  }

  @AfterEach
  void stopProxy() {
    proxy.close();
  }

  @ParameterizedTest
  @EnumSource(names = "CUT", mode = EnumSource.Mode.EXCLUDE)
  void aPutThatIsRepeatedOnTheWayKnowsItsOwnFile(Fault fault) throws IOException {
    failOnce("PUT", fault);
    assertThat(files().putIfAbsent("a/file", bytes("mine")), is(true));
    assertThat(files().putIfAbsent("a/file", bytes("mine")), is(false));
    assertThat(text("a/file"), equalTo("mine"));
  }

  @Test
  void aPutThatNeverGetsAnAnswerAsksWhatBecameOfIt() throws IOException {
    proxy.plan((method, path) -> method.equals("PUT") ? Fault.DONE_AND_500 : Fault.NONE);
    assertThat(files().putIfAbsent("a/file", bytes("mine")), is(true));
    assertThat(files().putIfAbsent("a/file", bytes("other")), is(false));
  }

  @Test
  void aPutOfWhichNothingCanBeLearnedIsOfUnknownOutcome() {
    proxy.plan((method, path) -> Fault.STATUS_503);
    assertThrows(OutcomeUnknownException.class, () -> files().putIfAbsent("a/file", bytes("mine")));
  }

  @Test
  void aPutThatMayStillArriveIsOfUnknownOutcome() {
    proxy.plan((method, path) -> method.equals("PUT") ? Fault.LOST : Fault.NONE);
    assertThrows(OutcomeUnknownException.class, () -> files().putIfAbsent("a/file", bytes("mine")));
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void readingGoesOnAfterAFault(Fault fault) throws IOException {
    byte[] content = new byte[300_000];
    new Random(3).nextBytes(content);
    files().replace("a/file", content);
    failOnce("GET", fault);
    assertThat(FileHash.of(files(), "a/file"), equalTo(Sha256.of(content)));
    assertThat(proxy.faults(), is(1));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"LOST", "REPLY_LOST", "DONE_AND_500", "STATUS_503"},
      mode = EnumSource.Mode.INCLUDE)
  void aLargeFileIsWholeThoughEachOfItsRequestsFailsOnce(Fault fault) throws IOException {
    byte[] content = new byte[9 << 20];
    new Random(4).nextBytes(content);
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    proxy.plan(
        (method, path) -> {
          boolean isAgain = seen.contains(method) || method.equals("HEAD");
          seen.add(method);
          return isAgain ? Fault.NONE : fault;
        });
    try (DurableOutput out = files().create("a/big")) {
      out.write(content);
    }
    assertThat(proxy.faults(), is(2));
    assertThat(FileHash.of(files(), "a/big"), equalTo(Sha256.of(content)));
  }

  @Test
  void anUploadThatFailsLeavesNoFile() throws IOException {
    proxy.plan((method, path) -> method.equals("PUT") ? Fault.STATUS_500 : Fault.NONE);
    DurableOutput out = files().create("a/big");
    assertThrows(IOException.class, () -> out.write(new byte[9 << 20]));
    out.abandon();
    assertThat(files().list("a").isEmpty(), is(true));
    assertThat(files().sweep("a", Instant.now().plusSeconds(60)), is(0));
  }

  @Test
  void manyWritersOverABadNetworkCommitEachRunOnce() throws Exception {
    Random random = new Random(11);
    Fault[] faults = Fault.values();
    proxy.plan(
        (method, path) -> {
          synchronized (random) {
            Fault fault = faults[random.nextInt(faults.length)];
            boolean isSlow = fault == Fault.REPLY_LATE && random.nextInt(4) > 0;
            return isSlow || random.nextInt(4) > 0 ? Fault.NONE : fault;
          }
        });
    int writers = 4;
    int rounds = 6;
    Races.run(
        writers,
        writer ->
            () -> {
              CommitLog log = CommitLog.open(files());
              for (int round = 0; round < rounds; round++) {
                log.append(Drafts.ingest(writer + "-" + round));
              }
              return writer;
            });
    assertThat(proxy.faults(), greaterThan(10));
    proxy.plan((method, path) -> Fault.NONE);
    List<String> runs = CommitLog.open(files()).history().map(Commit::runId).toList();
    assertThat(runs.stream().distinct().count(), is((long) writers * rounds));
    assertThat(new LogVerifier(files()).requireWhole(), is((long) writers * rounds));
  }

  private void failOnce(String method, Fault fault) {
    Queue<Fault> once = new ArrayDeque<>(List.of(fault));
    proxy.plan(
        (asked, path) -> {
          synchronized (once) {
            return asked.equals(method) && !once.isEmpty() ? once.remove() : Fault.NONE;
          }
        });
  }

  private StoreFiles files() throws IOException {
    return Clients.open(proxy.endpoint(), location, ANSWER);
  }

  private String text(String path) throws IOException {
    return new String(files().read(path), UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
