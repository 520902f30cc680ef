package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters that a run is not sent to. */
class ClusterRefusalTest {
  @TempDir Path folder;

  @Test
  void clusterOfAnotherFlinkGetsNothing() throws IOException {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          byte[] body = "{\"flink-version\":\"1.17.2\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      Session session = ingest("--flink-master", "127.0.0.1:" + server.getAddress().getPort());
      assertThat(session.err(), session.exit(), is(2));
      assertThat(
          session.err(),
          allOf(
              containsString("runs Flink 1.17.2"),
              containsString("speaks Flink 1.19."),
              containsString("use a cluster of Flink 1.19.x")));
      assertThat(asked, is(List.of("GET /config")));
      assertThat(Files.exists(folder.resolve("store")), is(false));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void clusterThatDoesNotAnswerIsSix() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Session session = ingest("--flink-master", "127.0.0.1:" + free);
    assertThat(session.exit(), is(6));
    assertThat(
        session.err(), allOf(containsString("127.0.0.1:" + free), containsString("not answer")));
    assertThat(Files.exists(folder.resolve("store")), is(false));
  }

  @Test
  void optionsThatMakeNoSenseTogetherAreTwo() {
    Session both = ingest("--flink-master", "h:1", "--runner", "direct");
    assertThat(both.exit(), is(2));
    assertThat(both.err(), containsString("--flink-master goes with --runner flink"));
    Session nowhere = ingest("--detached");
    assertThat(nowhere.exit(), is(2));
    assertThat(nowhere.err(), containsString("--flink-master HOST:PORT"));
    assertThat(ingest("--flink-master", "http://h").err(), containsString("expected HOST:PORT"));
  }

  private Session ingest(String... options) {
    List<String> words =
        new ArrayList<>(
            List.of("ingest", "--store", folder.resolve("store").toString(), "--input", "missing"));
    words.addAll(List.of(options));
    return Session.of(words.toArray(String[]::new));
  }
}
