package simile.lineage;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts events to a service. */
final class HttpTransport implements Transport {
  private final URI endpoint;
  private final Optional<String> key;
  private final Duration patience;
  private final HttpClient client;

  /**
   * @param key goes with each request, and nowhere else
   * @param patience how long one event may take, whatever the service does
   */
  HttpTransport(URI endpoint, Optional<String> key, Duration patience) {
    this.endpoint = endpoint;
    this.key = key;
    this.patience = patience;
    this.client = HttpClient.newBuilder().connectTimeout(patience).build();
  }

  @Override
  public void send(byte[] json) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(patience)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json));
    key.ifPresent(k -> request.header("Authorization", "Bearer " + k));
    int status = await(request.build());
    if (status < 200 || status > 299) {
      throw new IOException("it answered " + status);
    }
  }

  /** The request's own time ends with the headers; a body that never ends is cut off here. */
  private int await(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(request, BodyHandlers.discarding());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode();
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("it did not answer within " + patience.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(what(e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static String what(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? "no connection (" + failure.getClass().getSimpleName() + ")" : message;
  }
}
