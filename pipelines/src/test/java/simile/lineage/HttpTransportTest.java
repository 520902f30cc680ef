package simile.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simile.lineage.LineageServer.Mood;
import simile.lineage.LineageServer.Request;

/** Events to a service that is well, and to services that are not. */
@Timeout(60) // what waits for a service for ever is ended here
class HttpTransportTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(40);

  @Test
  void anEventArrivesWithItsKey() throws IOException {
    try (LineageServer server = new LineageServer(Mood.WELL)) {
      new HttpTransport(URI.create(server.url() + "/api/v1/lineage"), Optional.of("secret"), LONG)
          .send(bytes("{\"a\":1}"));
      assertThat(
          server.requests(),
          contains(new Request("/api/v1/lineage", "Bearer secret", "{\"a\":1}")));
    }
  }

  @Test
  void anAnswerThatIsNoYesIsAFailure() throws IOException {
    for (Mood mood : List.of(Mood.BROKEN, Mood.MOVED)) {
      try (LineageServer server = new LineageServer(mood)) {
        IOException failed =
            assertThrows(IOException.class, () -> transport(server.url(), LONG).send(bytes("{}")));
        assertThat(failed.getMessage(), containsString("it answered "));
        assertThat(server.requests().size(), is(1)); // nothing is sent elsewhere
      }
    }
  }

  @Test
  void aServiceThatTakesItsTimeIsNotWaitedFor() throws IOException {
    for (Mood mood : List.of(Mood.SILENT, Mood.ENDLESS)) {
      try (LineageServer server = new LineageServer(mood)) {
        assertThrows(IOException.class, () -> transport(server.url(), SHORT).send(bytes("{}")));
      }
    }
  }

  @Test
  void whateverGoesWrongIsAWarningThatKeepsTheKey() throws IOException {
    for (String place : List.of(nobodyThere(), "http://host.invalid:1")) {
      List<String> warnings = new ArrayList<>();
      LineageTarget target =
          LineageTarget.of(Optional.of(place), Map.of("OPENLINEAGE_API_KEY", "secret"))
              .orElseThrow();
      target.open(warnings::add).tell(event());
      assertThat(warnings.size(), is(1));
      assertThat(warnings.get(0), containsString("START event"));
      assertThat(warnings.get(0), containsString(place));
      assertThat(warnings.get(0), not(containsString("secret")));
    }
  }

  @Test
  void aServiceThatIsWellGetsTheEventAsItIs() throws IOException {
    List<String> warnings = new ArrayList<>();
    try (LineageServer server = new LineageServer(Mood.WELL)) {
      LineageTarget.of(Optional.empty(), Map.of("OPENLINEAGE_URL", server.url()))
          .orElseThrow()
          .open(warnings::add)
          .tell(event());
      assertThat(warnings, is(empty()));
      assertThat(server.requests().get(0).path(), is("/api/v1/lineage"));
      assertThat(
          OpenLineageReader.read(server.requests().get(0).body()).getJob().getName(), is("job"));
    }
  }

  private static LineageEvent event() {
    return new LineageEvent(
        EventType.START,
        Instant.parse("2026-01-02T03:04:05.678Z"),
        UUID.nameUUIDFromBytes(bytes("run")),
        "job",
        List.of(LineageDataset.of(DatasetName.of("/in/a.jsonl"))),
        List.of(),
        "engine",
        "1",
        Optional.empty(),
        new TreeMap<>());
  }

  private static HttpTransport transport(String url, Duration patience) {
    return new HttpTransport(URI.create(url), Optional.empty(), patience);
  }

  /** An address that refuses: its port was free a moment ago. */
  private static String nobodyThere() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
