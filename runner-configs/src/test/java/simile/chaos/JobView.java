package simile.chaos;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simile.cluster.ClusterAddress;
import simile.cluster.ClusterJob;
import simile.cluster.ClusterMark;
import simile.cluster.FlinkRest;
import simile.json.JsonFields;

/** A run's job, as the JobManager shows it. */
final class JobView {
  private final String master;
  private final String name;
  private final FlinkRest rest;
  private final HttpClient client;

  JobView(String master, String run) {
    this.master = master;
    this.name = ClusterMark.jobName(run);
    this.rest = new FlinkRest(ClusterAddress.of(master));
    this.client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  }

  /** The newest of that name. */
  Optional<ClusterJob> job() throws IOException {
    return rest.jobs().stream()
        .filter(job -> job.name().equals(name))
        .max(Comparator.comparing(ClusterJob::started));
  }

  boolean isAtWork() throws IOException {
    return job().filter(job -> !job.state().isOver()).isPresent();
  }

  boolean isOver() throws IOException {
    return job().filter(job -> job.state().isOver()).isPresent();
  }

  /** How often its steps were begun again. */
  long restarts() throws IOException {
    Optional<ClusterJob> job = job();
    long most = 0;
    if (job.isPresent()) {
      String path = "/jobs/" + job.get().id();
      for (JsonFields vertex : fields(path).objects("vertices")) {
        for (JsonFields subtask : subtasks(path, vertex)) {
          most = Math.max(most, subtask.integer("attempt"));
        }
      }
    }
    return most;
  }

  /** The task managers, as Flink calls them, that run the last step which runs anywhere. */
  Set<String> lastAtWork() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    Optional<ClusterJob> job = job();
    if (job.isPresent()) {
      String path = "/jobs/" + job.get().id();
      for (JsonFields vertex : fields(path).objects("vertices")) {
        Set<String> running = running(subtasks(path, vertex));
        if (!running.isEmpty()) {
          names.clear();
          names.addAll(running);
        }
      }
    }
    return names;
  }

  private List<JsonFields> subtasks(String job, JsonFields vertex) throws IOException {
    return fields(job + "/vertices/" + vertex.text("id")).objects("subtasks");
  }

  private static Set<String> running(List<JsonFields> subtasks) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (JsonFields subtask : subtasks) {
      if (subtask.text("status").equals("RUNNING")) {
        names.add(subtask.text("taskmanager-id"));
      }
    }
    return names;
  }

  private JsonFields fields(String path) throws IOException {
    return JsonFields.parse(get(path).getBytes(StandardCharsets.UTF_8), path);
  }

  private String get(String path) throws IOException {
    try {
      URI uri = URI.create("http://" + master + path);
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while it asked the cluster");
    }
  }
}
