package simile.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.ingest.MergeMode;
import simile.ingest.RunDetails;
import simile.layout.Layout;
import simile.log.Change;
import simile.log.Commit;
import simile.log.Counts;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.Segment;

/**
 * How a run ended, as its entry in the log tells; so the same run asked twice has the same summary.
 *
 * @param runId the run
 * @param completed whether its rows were committed
 * @param version the entry in the log
 * @param failure why it failed its gate; empty if it did not
 * @param counts what it read and wrote
 * @param files how many files of each kind the version got
 * @param seconds from submission to commit
 * @param violationsByRule breaches that reject, by rule
 * @param warningsByRule breaches that only warn, by rule
 * @param runner what ran it
 * @param report the HTML report, relative to the store
 * @param audit the folder of rejected records, relative to the store; empty if there are none
 * @param mode what became of conflicts, see {@link simile.ingest.MergeMode#key}
 * @param skipped accepted records that were left out since their ids existed
 * @param merged records that were made of an incoming and a stored one; empty unless the run merges
 * @param collections rows written, by collection
 */
public record RunSummary(
    String runId,
    boolean completed,
    long version,
    Optional<String> failure,
    Counts counts,
    SortedMap<String, Long> files,
    double seconds,
    SortedMap<String, Long> violationsByRule,
    SortedMap<String, Long> warningsByRule,
    String runner,
    String report,
    Optional<String> audit,
    String mode,
    long skipped,
    OptionalLong merged,
    SortedMap<String, Long> collections) {

  private static final double MILLIS = 1000;

  /** What an entry says of its run. */
  public static RunSummary of(Commit commit) {
    Map<String, String> details = commit.details();
    Instant submitted =
        Instant.parse(
            details.getOrDefault(RunDetails.SUBMITTED_AT, commit.committedAt().toString()));
    return new RunSummary(
        commit.runId(),
        commit.operation().isDone(),
        commit.version(),
        Optional.ofNullable(details.get(RunDetails.FAILURE)),
        commit.counts(),
        files(commit),
        Math.max(0, Duration.between(submitted, commit.committedAt()).toMillis() / MILLIS),
        commit.violationsByRule(),
        commit.warningsByRule(),
        details.getOrDefault(RunDetails.RUNNER, "unknown"),
        Layout.report(commit.runId()),
        commit.audit().isEmpty() ? Optional.empty() : Optional.of(Layout.audit(commit.runId())),
        details.getOrDefault(RunDetails.MERGE, MergeMode.LATEST.key()),
        Long.parseLong(details.getOrDefault(RunDetails.SKIPPED, "0")),
        details.containsKey(RunDetails.MERGED)
            ? OptionalLong.of(Long.parseLong(details.get(RunDetails.MERGED)))
            : OptionalLong.empty(),
        collections(commit));
  }

  /** An entry without changes has only their names. */
  private static SortedMap<String, Long> collections(Commit commit) {
    SortedMap<String, Long> rows = new TreeMap<>();
    for (String name : commit.details().getOrDefault(RunDetails.COLLECTION, "").split(",", -1)) {
      rows.put(name, 0L);
    }
    for (Change change : commit.changes()) {
      long added = change.adds().stream().mapToLong(Segment::rows).sum();
      rows.merge(change.collection(), added, Long::sum);
    }
    rows.remove("");
    return rows;
  }

  private static SortedMap<String, Long> files(Commit commit) {
    SortedMap<String, Long> files = new TreeMap<>();
    for (FileKind kind : new FileKind[] {FileKind.JSONL, FileKind.SQLITE, FileKind.NPZ}) {
      files.put(kind.key(), 0L);
    }
    commit
        .changes()
        .forEach(
            change ->
                change.adds().stream()
                    .flatMap(segment -> segment.files().stream())
                    .map(DataFile::kind)
                    .forEach(kind -> files.merge(kind.key(), 1L, Long::sum)));
    return files;
  }
}
