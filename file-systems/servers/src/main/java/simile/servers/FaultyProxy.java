package simile.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Stands before an HTTP server, on a port of 127.0.0.1, and does to its requests as it is told. */
public final class FaultyProxy implements Closeable {
  /** Says what becomes of a request. */
  @FunctionalInterface
  public interface Plan {
    Fault of(String method, String path);
  }

  private static final Set<String> OF_ONE_CONNECTION =
      Set.of("connection", "expect", "transfer-encoding", "keep-alive");

  private final HttpServer front;
  private final int port;
  private final String dropped;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicReference<Plan> plan = new AtomicReference<>((method, path) -> Fault.NONE);
  private final AtomicInteger faults = new AtomicInteger();

  private FaultyProxy(HttpServer front, int port, String dropped) {
    this.front = front;
    this.port = port;
    this.dropped = dropped;
  }

  /** Before a server on this port of 127.0.0.1. */
  public static FaultyProxy before(int port) throws IOException {
    return dropping("", port);
  }

  /** One that lets a header of requests go missing, so that the server does not heed it. */
  public static FaultyProxy dropping(String header, int port) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    HttpServer front = HttpServer.create(new InetSocketAddress(here, 0), 0);
    FaultyProxy proxy = new FaultyProxy(front, port, header.toLowerCase(Locale.ROOT));
    front.createContext("/", proxy::handle);
    front.setExecutor(proxy.threads);
    front.start();
    return proxy;
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + front.getAddress().getPort());
  }

  /** From now on, this becomes of requests. */
  public void plan(Plan next) {
    plan.set(next);
  }

  /** How many requests met a fault. */
  public int faults() {
    return faults.get();
  }

  @Override
  public void close() {
    end.countDown();
    front.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Fault fault =
          plan.get().of(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
      faults.addAndGet(fault == Fault.NONE ? 0 : 1);
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (fault) {
        case LOST -> {}
        case STATUS_500 -> refuse(exchange, 500, "InternalError");
        case STATUS_503 -> refuse(exchange, 503, "SlowDown");
        case REPLY_LOST -> pass(exchange, body);
        case DONE_AND_500 -> {
          pass(exchange, body);
          refuse(exchange, 500, "InternalError");
        }
        case REPLY_LATE -> {
          pass(exchange, body);
          await();
        }
        case CUT -> answer(exchange, pass(exchange, body), true);
        case NONE -> answer(exchange, pass(exchange, body), false);
      }
    }
  }

  private Answer pass(HttpExchange exchange, byte[] body) throws IOException {
    StringBuilder head = new StringBuilder();
    // Of HTTP 1.0, so that the answer ends where the connection does.
    head.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
    head.append(" HTTP/1.0\r\n");
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!OF_ONE_CONNECTION.contains(lower) && !lower.equals(dropped)) {
                values.forEach(v -> head.append(name).append(": ").append(v).append("\r\n"));
              }
            });
    head.append("Connection: close\r\n\r\n");
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = server.getOutputStream();
      out.write(head.toString().getBytes(ISO_8859_1));
      out.write(body);
      out.flush();
      return Answer.parse(server.getInputStream().readAllBytes());
    }
  }

  private static void answer(HttpExchange exchange, Answer answer, boolean isCut)
      throws IOException {
    answer
        .headers()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              boolean isHead = exchange.getRequestMethod().equals("HEAD");
              boolean isOurs = lower.equals("content-length") && !isHead;
              if (!OF_ONE_CONNECTION.contains(lower) && !isOurs && !lower.equals("date")) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body, 0, isCut ? body.length / 2 : body.length);
    exchange.getResponseBody().flush();
  }

  private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
    byte[] body =
        "<Error><Code>%s</Code><Message>told to fail</Message></Error>"
            .formatted(code)
            .getBytes(ISO_8859_1);
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
    if (!isHead) {
      exchange.getResponseBody().write(body);
    }
  }

  private void await() throws IOException {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the proxy ends", e);
    }
  }
}
