package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import simile.cli.console.CountFields;
import simile.ingest.RunDetails;
import simile.log.Change;
import simile.log.CollectionKey;
import simile.log.Commit;
import simile.log.Operation;
import simile.log.Retention;
import simile.rollback.Rollback;

/**
 * An entry of the log as {@code simile history} shows it.
 *
 * @param commit the entry
 * @param retention which versions are kept today
 */
record HistoryRow(Commit commit, Retention retention) {

  ObjectNode json() {
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", commit.version())
            .put("operation", operation())
            .put("context", shared(collections().stream().map(CollectionKey::context).toList()))
            .put(
                "collection",
                shared(collections().stream().map(CollectionKey::collection).toList()))
            .put("run_id", commit.runId())
            .put("committed_at", commit.committedAt().toString())
            .put("kept", retention.keeps(commit.version()));
    tags().forEach(row.putArray("tags")::add);
    CountFields.put(row, commit.counts())
        .put("segments_added", count(change -> change.adds().size()))
        .put("segments_restored", count(change -> change.restores().size()))
        .put("segments_removed", count(change -> change.removes().size()));
    ObjectNode details = row.putObject("details");
    commit
        .details()
        .forEach(
            (name, value) -> {
              // Those with a dot are figures for the run's report.
              if (!name.contains(".")) {
                details.put(name, value);
              }
            });
    return row.put("note", String.join("; ", notes()));
  }

  /** An import is an ingest to the log, and says so among its details. */
  private String operation() {
    boolean imported =
        commit.operation() == Operation.INGEST && commit.details().containsKey(RunDetails.IMPORT);
    return imported ? RunDetails.IMPORT : commit.operation().key();
  }

  boolean isOf(Optional<String> context, Optional<String> collection) {
    if (context.isEmpty() && collection.isEmpty()) {
      return true;
    }
    return collections().stream()
        .anyMatch(
            key ->
                context.map(key.context()::equals).orElse(true)
                    && collection.map(key.collection()::equals).orElse(true));
  }

  /** An entry without changes has it among its details. */
  private List<CollectionKey> collections() {
    Map<String, String> details = commit.details();
    if (commit.changes().isEmpty() && details.containsKey(RunDetails.COLLECTION)) {
      String context = details.getOrDefault(RunDetails.CONTEXT, "");
      return Arrays.stream(details.get(RunDetails.COLLECTION).split(",", -1))
          .map(name -> new CollectionKey(context, name))
          .toList();
    }
    return commit.changes().stream().map(Change::key).toList();
  }

  private static String shared(List<String> names) {
    List<String> distinct = names.stream().distinct().toList();
    return distinct.size() > 1 ? distinct.size() + " of them" : String.join("", distinct);
  }

  private List<String> tags() {
    return retention.tags().entrySet().stream()
        .filter(tag -> tag.getValue() == commit.version())
        .map(Map.Entry::getKey)
        .toList();
  }

  private long count(ToLongFunction<Change> size) {
    return commit.changes().stream().mapToLong(size).sum();
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    tags().forEach(tag -> notes.add("tag " + tag));
    if (!retention.keeps(commit.version())) {
      notes.add("given up");
    }
    Map<String, String> details = commit.details();
    if (details.containsKey(Rollback.TARGET)) {
      notes.add("back to " + details.get(Rollback.TARGET));
    }
    if (details.containsKey("tagged_version")) {
      notes.add("%s is %s".formatted(details.get("tag"), details.get("tagged_version")));
    }
    if (details.containsKey("deleted_tag")) {
      notes.add("no tag %s any more".formatted(details.get("deleted_tag")));
    }
    if (details.containsKey("versions_given_up")) {
      notes.add("gave %s up".formatted(details.get("versions_given_up")));
    }
    if (details.containsKey("reason")) {
      notes.add(details.get("reason"));
    }
    return notes;
  }
}
