package simile.predecessor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.files.Sha256;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;
import simile.layout.Names;
import simile.workflow.Workflow;

/**
 * The predecessor's runs as runs of the past. None is at work, whatever its file says: one that was
 * pending or processing is cancelled, and says so.
 */
final class PastRuns {
  private static final int MAX_BYTES = 16 << 20;
  private static final int HASH_DIGITS = 16;
  private static final String PREFIX = "predecessor-";

  private static final Map<String, String> COLLECTIONS =
      Map.of(
          "analogy_creation", "analogies",
          "deletion_batch", "analogies",
          "frame_expansion", "frames",
          "concept_batch", "concepts",
          "cluster_update", "clusters");

  private PastRuns() {}

  /**
   * Reads one.
   *
   * @param context the context that it is shown for
   * @param from the store that it comes from, for people
   * @throws MalformedJsonException if it is none
   */
  static Workflow read(Path file, String context, String from) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new MalformedJsonException(
          "%s has %d bytes; at most %d are read".formatted(file, Files.size(file), MAX_BYTES));
    }
    JsonFields json = JsonFields.parse(Files.readAllBytes(file), file.toString());
    String id = json.text("workflow_id");
    String type = json.text("workflow_type");
    if (!COLLECTIONS.containsKey(type)) {
      throw json.malformed("no kind of workflow is called '" + type + "'");
    }
    Instant created = time(json, "created_at");
    Instant updated = time(json, "updated_at");
    Workflow run =
        Workflow.pending(runId(id), type, context, COLLECTIONS.get(type), created)
            .withItems(json.integer("items_processed", 0), json.integer("items_total"))
            .withErrors(json.integer("error_count", 0), json.texts("error_log"))
            .withMetadata(metadata(json, id, from));
    return ended(run, json, updated);
  }

  private static Workflow ended(Workflow run, JsonFields json, Instant updated)
      throws MalformedJsonException {
    String status = json.text("status");
    return switch (status) {
      case "completed" -> run.completed(-1, updated);
      case "failed" -> run.failed(updated);
      case "pending", "processing", "cancelled" -> run.cancelled(updated);
      default -> throw json.malformed("no status is called '" + status + "'");
    };
  }

  /** The id there, where it can be one here. */
  private static String runId(String id) {
    try {
      return Names.requireRunId(PREFIX + id);
    } catch (IllegalArgumentException e) {
      return PREFIX + Sha256.of(id.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    }
  }

  private static SortedMap<String, String> metadata(JsonFields json, String id, String from)
      throws MalformedJsonException {
    SortedMap<String, String> facts = new TreeMap<>();
    if (json.has("metadata")) {
      json.plainMap("metadata").forEach((name, value) -> facts.put("predecessor." + name, value));
    }
    facts.put("imported_from", from);
    facts.put("workflow_id", id);
    facts.put("status_there", json.text("status"));
    return facts;
  }

  private static Instant time(JsonFields json, String name) throws MalformedJsonException {
    return PredecessorTime.parse(json.text(name))
        .orElseThrow(() -> json.malformed("field '" + name + "' is no time"))
        .toInstant();
  }
}
