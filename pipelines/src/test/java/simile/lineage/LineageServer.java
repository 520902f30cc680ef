package simile.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A lineage service on loopback, which behaves as it is told. */
final class LineageServer implements Closeable {
  /** How it answers. */
  enum Mood {
    WELL(201),
    BROKEN(500),
    MOVED(302),
    /** Takes the request and says nothing. */
    SILENT(0),
    /** Begins to answer, and never ends. */
    ENDLESS(200);

    private final int status;

    Mood(int status) {
      this.status = status;
    }
  }

  /** What it was sent. */
  record Request(String path, String authorization, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  LineageServer(Mood mood) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          String key = exchange.getRequestHeaders().getFirst("Authorization");
          requests.add(
              new Request(exchange.getRequestURI().toString(), key == null ? "" : key, body));
          if (mood == Mood.SILENT) {
            await();
          } else if (mood == Mood.ENDLESS) {
            exchange.sendResponseHeaders(mood.status, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            await();
          } else {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(mood.status, -1);
          }
          exchange.close();
        });
    server.start();
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Request> requests() {
    return requests;
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
