package simile.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import simile.cli.console.Column;
import simile.conflict.Action;
import simile.conflict.Conflict;
import simile.ingest.PreviewCounts;
import simile.jobs.imports.ImportPreview;
import simile.log.CollectionKey;
import simile.report.Figures;

/** Conflicts as rows for people and programs. */
final class ConflictRows {
  static final List<Column> COLUMNS =
      List.of(
          Column.text("id"),
          Column.text("action"),
          new Column("stored_version", "version", true),
          new Column("stored_time", "stored", false),
          new Column("incoming_time", "incoming", false),
          Column.list("fields"),
          Column.text("collection"));

  ObjectNode of(CollectionKey key, Conflict conflict) {
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", conflict.id())
            .put("action", conflict.action().key())
            .put("stored_version", conflict.storedVersion());
    put(row, "stored_time", conflict.storedTime());
    put(row, "incoming_time", conflict.incomingTime());
    ArrayNode fields = row.putArray("fields");
    conflict.fields().forEach(fields::add);
    return row.put("context", key.context()).put("collection", key.collection());
  }

  private static void put(ObjectNode row, String name, Optional<Instant> time) {
    time.ifPresentOrElse(t -> row.put(name, t.toString()), () -> row.putNull(name));
  }

  /** What it comes to, in sentences. */
  static List<String> summary(ImportPreview.Result result) {
    PreviewCounts counts = result.counts();
    List<String> lines = new ArrayList<>();
    lines.add(
        "simile: %s read, %s accepted%s, %s rejected"
            .formatted(
                Figures.counted(counts.read().read(), "record"),
                Figures.count(counts.read().accepted()),
                RunPrinter.deletions(counts.read().deletions()),
                Figures.count(counts.read().rejected())));
    counts
        .violations()
        .forEach((rule, n) -> lines.add("simile:   %s %s".formatted(rule, Figures.count(n))));
    lines.add(
        "simile: %s with version %d: %s; nothing was changed"
            .formatted(
                Figures.counted(counts.conflicts(), "conflict"),
                result.version(),
                Arrays.stream(Action.values())
                    .map(action -> Figures.count(counts.count(action)) + " " + action.key())
                    .collect(Collectors.joining(", "))));
    result
        .failure()
        .ifPresent(
            why ->
                lines.add("simile: the import would fail, and nothing would be committed: " + why));
    return lines;
  }
}
