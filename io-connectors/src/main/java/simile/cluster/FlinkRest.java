package simile.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;

/** A cluster's REST interface, as far as Simile needs it. Safe for many threads. */
public final class FlinkRest {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final ClusterAddress address;
  private final HttpClient client;

  /** Connects to nothing yet. */
  public FlinkRest(ClusterAddress address) {
    this.address = address;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  public ClusterAddress address() {
    return address;
  }

  /** Flink's version there, such as {@code 1.19.3}. */
  public String version() throws IOException {
    try {
      return get("/config").text("flink-version");
    } catch (MalformedJsonException e) {
      throw stranger(e);
    }
  }

  /** What its task managers have now. */
  public Slots slots() throws IOException {
    try {
      JsonFields overview = get("/overview");
      return new Slots(
          Math.toIntExact(overview.integer("slots-total")),
          Math.toIntExact(overview.integer("slots-available")));
    } catch (MalformedJsonException e) {
      throw stranger(e);
    }
  }

  /** All jobs that it remembers, those that ended included. */
  public List<ClusterJob> jobs() throws IOException {
    try {
      List<ClusterJob> jobs = new ArrayList<>();
      for (JsonFields job : get("/jobs/overview").objects("jobs")) {
        jobs.add(ClusterJob.of(job));
      }
      return List.copyOf(jobs);
    } catch (MalformedJsonException e) {
      throw stranger(e);
    }
  }

  /** Why a job failed; empty if it did not, or if the cluster has forgotten it. */
  public Optional<RootCause> failure(String jobId) throws IOException {
    HttpResponse<byte[]> answer = send(request("/jobs/" + jobId + "/exceptions").GET());
    if (answer.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    try {
      return RootCause.of(fields(answer).text("root-exception"));
    } catch (MalformedJsonException e) {
      return Optional.empty(); // null: nothing went wrong
    }
  }

  /** Makes a job end soon; does nothing if it has ended, or if the cluster has forgotten it. */
  public void cancel(String jobId) throws IOException {
    HttpResponse<byte[]> answer =
        send(request("/jobs/" + jobId + "?mode=cancel").method("PATCH", BodyPublishers.noBody()));
    boolean over = answer.statusCode() == NOT_FOUND || answer.statusCode() == CONFLICT;
    if (answer.statusCode() != ACCEPTED && !over) {
      throw unexpected(answer);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.uri(path)).timeout(ANSWER);
  }

  private JsonFields get(String path) throws IOException {
    return fields(send(request(path).GET()));
  }

  private JsonFields fields(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() != OK) {
      throw unexpected(answer);
    }
    return JsonFields.parse(answer.body(), answer.uri().toString());
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it asked the cluster at " + address);
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new ClusterException(
          "the Flink cluster at %s does not answer (%s); expected its REST interface there: start it, or give another --flink-master"
              .formatted(address, why),
          e);
    }
  }

  private ClusterException unexpected(HttpResponse<byte[]> answer) {
    return new ClusterException(
        "the Flink cluster at %s answered %d to %s"
            .formatted(address, answer.statusCode(), answer.uri().getPath()));
  }

  private ClusterException stranger(MalformedJsonException e) {
    return new ClusterException(
        "what answers at %s is not Flink's REST interface (%s); give another --flink-master"
            .formatted(address, e.getMessage()),
        e);
  }
}
