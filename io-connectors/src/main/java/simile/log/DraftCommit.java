package simile.log;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.segment.DataFile;

/**
 * An entry before the log gives it a place: all of a {@link Commit} but version, parent and time.
 */
public record DraftCommit(
    Operation operation,
    String runId,
    String token,
    String argumentsSha256,
    List<Change> changes,
    Optional<Retention> retention,
    List<DataFile> audit,
    Counts counts,
    SortedMap<String, Long> violationsByRule,
    SortedMap<String, Long> warningsByRule,
    List<InputFile> inputs,
    SortedMap<String, String> details) {

  public DraftCommit {
    Objects.requireNonNull(operation);
    Objects.requireNonNull(argumentsSha256);
    Objects.requireNonNull(counts);
    if (runId.isEmpty() || token.isEmpty()) {
      throw new IllegalArgumentException("a commit needs a run id and a token");
    }
    if (!operation.changesCollections() && !changes.isEmpty()) {
      throw new IllegalArgumentException(operation + " changes no collection");
    }
    boolean isRetention = operation == Operation.TAG || operation == Operation.VACUUM;
    if (isRetention != retention.isPresent()) {
      throw new IllegalArgumentException(operation + " and retention do not go together");
    }
    changes = List.copyOf(changes);
    audit = List.copyOf(audit);
    violationsByRule = Collections.unmodifiableSortedMap(new TreeMap<>(violationsByRule));
    warningsByRule = Collections.unmodifiableSortedMap(new TreeMap<>(warningsByRule));
    inputs = List.copyOf(inputs);
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /** The entry that cancels a run. */
  public static DraftCommit fence(String runId, String token, String reason) {
    return new DraftCommit(
        Operation.FENCE,
        runId,
        token,
        "",
        List.of(),
        Optional.empty(),
        List.of(),
        Counts.ZERO,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        new TreeMap<>(Map.of("reason", reason)));
  }

  Commit at(long version, String parent, Instant committedAt) {
    return new Commit(
        version,
        operation,
        runId,
        token,
        argumentsSha256,
        parent,
        committedAt,
        changes,
        retention,
        audit,
        counts,
        violationsByRule,
        warningsByRule,
        inputs,
        details);
  }
}
