package simile.benchmarks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A job, as Flink's REST interface shows it. */
final class FlinkJob {
  private final ObjectMapper json = new ObjectMapper();
  private final String master;
  private final String name;

  /**
   * @param master the cluster, as {@code HOST:PORT}
   * @param name the job's, which no other has
   */
  FlinkJob(String master, String name) {
    this.master = master;
    this.name = name;
  }

  /** In Flink's words, such as {@code FINISHED}; empty if there is no such job. */
  Optional<String> state() throws IOException {
    return overview().map(job -> job.path("state").asText());
  }

  /** How often its steps were begun again. */
  long restarts() throws IOException {
    long most = 0;
    for (JsonNode vertex : vertices()) {
      for (JsonNode subtask : subtasks(vertex)) {
        most = Math.max(most, subtask.path("attempt").asLong());
      }
    }
    return most;
  }

  /** The task managers, as Flink calls them, that run the last step which runs anywhere. */
  Set<String> lastAtWork() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode vertex : vertices()) {
      Set<String> running = new LinkedHashSet<>();
      for (JsonNode subtask : subtasks(vertex)) {
        if (subtask.path("status").asText().equals("RUNNING")) {
          running.add(subtask.path("taskmanager-id").asText());
        }
      }
      if (!running.isEmpty()) {
        names = running;
      }
    }
    return names;
  }

  private Optional<JsonNode> overview() throws IOException {
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(name)) {
        return Optional.of(job);
      }
    }
    return Optional.empty();
  }

  private Optional<String> path() throws IOException {
    return overview().map(job -> "/jobs/" + job.path("jid").asText());
  }

  private JsonNode vertices() throws IOException {
    Optional<String> path = path();
    return path.isEmpty() ? json.createArrayNode() : get(path.get()).path("vertices");
  }

  private JsonNode subtasks(JsonNode vertex) throws IOException {
    return get(path().orElseThrow() + "/vertices/" + vertex.path("id").asText()).path("subtasks");
  }

  private JsonNode get(String path) throws IOException {
    try (InputStream in = URI.create("http://" + master + path).toURL().openStream()) {
      return json.readTree(in);
    }
  }
}
