package simile.log;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import simile.segment.DataFile;

/**
 * One entry of the log.
 *
 * @param version its place, from 1, without gaps
 * @param operation what it records
 * @param runId the run that made it
 * @param token the idempotency token; at most one entry that settles its run has it
 * @param argumentsSha256 of the run's arguments in canonical form; empty for fences
 * @param parent SHA-256 of the bytes of the entry before; empty for version 1
 * @param committedAt never earlier than the parent's
 * @param changes by collection; empty for audits and fences
 * @param retention which versions are kept from this entry on; if empty, the same as before
 * @param audit the files that hold what was rejected
 * @param counts of the run
 * @param violationsByRule breaches that reject, by rule id; a record that breaks one rule in three
 *     fields counts three times
 * @param warningsByRule the same for rules that only warn
 * @param inputs what was read
 * @param details further facts for people, such as the job's name or a reason
 */
public record Commit(
    long version,
    Operation operation,
    String runId,
    String token,
    String argumentsSha256,
    String parent,
    Instant committedAt,
    List<Change> changes,
    Optional<Retention> retention,
    List<DataFile> audit,
    Counts counts,
    SortedMap<String, Long> violationsByRule,
    SortedMap<String, Long> warningsByRule,
    List<InputFile> inputs,
    SortedMap<String, String> details) {

  public Commit {
    changes = List.copyOf(changes);
    audit = List.copyOf(audit);
    violationsByRule = Collections.unmodifiableSortedMap(new TreeMap<>(violationsByRule));
    warningsByRule = Collections.unmodifiableSortedMap(new TreeMap<>(warningsByRule));
    inputs = List.copyOf(inputs);
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /** Every file that this entry brings into the store: of its segments, beside them, audit. */
  public Stream<DataFile> files() {
    Stream<DataFile> changed =
        changes.stream()
            .flatMap(
                c ->
                    Stream.concat(
                        c.adds().stream().flatMap(s -> s.files().stream()), c.files().stream()));
    return Stream.concat(changed, audit.stream());
  }
}
