package simile.files.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.CapabilityProbe;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.files.UnsupportedStoreException;
import simile.servers.FaultyProxy;
import simile.servers.S3Server;

/** Places that cannot hold a store, or not for us; and what is said then. */
class S3RefusalTest {
  private static final Duration WAIT = Duration.ofSeconds(5);
  private static S3Server server;

  @BeforeAll
  static void startServer() throws IOException {
    server = S3Server.start();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @Test
  void aServerThatIgnoresIfNoneMatchIsRefusedAndNothingIsLeftThere() throws IOException {
    try (S3Server trusting = S3Server.trusting();
        FaultyProxy liar = FaultyProxy.dropping("If-None-Match", trusting.port())) {
      StoreFiles files = Clients.open(liar.endpoint(), trusting.location("store"));
      assertThat(files.putIfAbsent("a", "1".getBytes(UTF_8)), is(true));
      assertThat(files.putIfAbsent("a", "2".getBytes(UTF_8)), is(true)); // a lie, as it should be
      UnsupportedStoreException e =
          assertThrows(
              UnsupportedStoreException.class, () -> CapabilityProbe.require(files, "_log"));
      assertThat(e.getMessage(), containsString("a second create is not refused"));
      assertThat(e.getMessage(), containsString("s3://analogies/store"));
      assertThat(files.list("_log"), empty());
    }
  }

  @Test
  void whoMayNotComeInIsToldSoWithoutASecret() throws IOException {
    String old = System.setProperty("aws.secretAccessKey", "wrong-secret-9f8e7d");
    try {
      StoreFiles files =
          new S3Files(
              S3Opener.client(Optional.of(server.endpoint()), WAIT, WAIT),
              S3Place.of(URI.create(server.location("store"))));
      System.setProperty("aws.accessKeyId", S3Server.KEY_ID);
      for (Runnable attempt :
          new Runnable[] {
            () -> said(() -> files.list("")),
            () -> said(() -> files.read("a")),
            () -> said(() -> files.putIfAbsent("a", new byte[3])),
            () -> said(() -> files.create("b").close())
          }) {
        attempt.run();
      }
    } finally {
      System.setProperty("aws.secretAccessKey", old == null ? S3Server.SECRET : old);
    }
  }

  @Test
  void aBucketThatIsNotThereIsSaidToBeMissing() throws IOException {
    StoreFiles files = Clients.open(server.endpoint(), "s3://none-such/store");
    IOException e = assertThrows(IOException.class, () -> files.list("_log"));
    assertThat(e.getMessage(), containsString("no bucket for 's3://none-such/store/_log/'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3://key:pass-word-1@bucket/store", "s3://pass-word-1@bucket"})
  void aLocationWithASecretIsRefusedWithoutRepeatingIt(String location) {
    UnsupportedStoreException e =
        assertThrows(
            UnsupportedStoreException.class, () -> StoreFilesOpener.fromClassPath().open(location));
    assertThat(e.getMessage(), not(containsString("pass-word-1")));
    assertThat(e.getMessage(), containsString("bucket"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3:", "s3:///store", "s3://bucket/../other", "s3://bucket/a//b"})
  void whatIsNoPlaceIsRefused(String location) {
    assertThrows(
        UnsupportedStoreException.class, () -> StoreFilesOpener.fromClassPath().open(location));
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void said(Attempt attempt) {
    IOException e = assertThrows(IOException.class, attempt::run);
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString(), not(containsString("wrong-secret")));
    assertThat(trace.toString(), not(containsString(S3Server.SECRET)));
    assertThat(e.getMessage(), containsString("s3://analogies/store"));
  }
}
