package simile.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that answers as it is told, as a cluster's REST interface would. */
public final class Answers implements Closeable {
  private final HttpServer server;
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private Answers(HttpServer server) {
    this.server = server;
  }

  public static Answers start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Answers answers = new Answers(server);
    server.createContext(
        "/",
        exchange -> {
          String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
          answers.asked.add(request);
          String body = answers.bodies.getOrDefault(request, "");
          int code = body.isEmpty() ? 404 : request.startsWith("PATCH") ? 202 : 200;
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return answers;
  }

  /** From now on. */
  public Answers to(String request, String body) {
    bodies.put(request, body);
    return this;
  }

  /** Whatever was asked, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  public ClusterAddress address() {
    return new ClusterAddress("127.0.0.1", server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
