package simile.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What one run did.
 *
 * @param run which run it was
 * @param outcome how it ended
 * @param counts what went in and came out
 * @param violations the rules that records broke, one entry a rule
 * @param quality how many accepted records have which quality: {@value #QUALITY_BINS} bins of equal
 *     width from 0 to 1, the last with 1 itself; empty if there is no such field
 * @param partitions what was written to each partition
 * @param stages where the time went
 * @param inputs what was read
 * @param files what was written, by kind
 * @param warnings what the person should know though nothing failed
 */
public record RunReport(
    Run run,
    Outcome outcome,
    Counts counts,
    List<Violations> violations,
    List<Long> quality,
    List<Partition> partitions,
    List<Stage> stages,
    List<Input> inputs,
    List<Files> files,
    List<String> warnings) {

  /** How many bins {@link #quality} has, unless it is empty. */
  public static final int QUALITY_BINS = 20;

  public RunReport {
    if (!quality.isEmpty() && quality.size() != QUALITY_BINS) {
      throw new IllegalArgumentException(
          "expected " + QUALITY_BINS + " bins of quality, got " + quality.size());
    }
    violations = List.copyOf(violations);
    quality = List.copyOf(quality);
    partitions = List.copyOf(partitions);
    stages = List.copyOf(stages);
    inputs = List.copyOf(inputs);
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /**
   * Which run it was.
   *
   * @param operation what it did, such as {@code ingest}
   * @param contract name and version of the contract
   * @param runner what ran it, such as {@code direct}
   */
  public record Run(
      String id,
      String operation,
      String context,
      String collection,
      String contract,
      String runner,
      Instant startedAt,
      Instant finishedAt) {

    Duration took() {
      return Duration.between(startedAt, finishedAt);
    }
  }

  /** The states in which a workflow ends. */
  public enum Status {
    COMPLETED,
    FAILED,
    CANCELLED
  }

  /**
   * How it ended.
   *
   * @param version the version that it committed; empty if it committed none
   * @param message why it failed; empty if it did not
   */
  public record Outcome(Status status, OptionalLong version, String message) {}

  /** {@code read = accepted + rejected}; blank lines apart. {@code bytes}: what was written. */
  public record Counts(
      long read, long blank, long accepted, long rejected, long deletions, long rows, long bytes) {}

  /** Whether a broken rule rejects the record or is only counted. */
  public enum Severity {
    ERROR,
    WARNING
  }

  /**
   * How often a rule was broken.
   *
   * @param place where the example is, {@code file:line}
   * @param pointer which field it is about, a JSON pointer; empty for the whole line
   * @param actual what was there
   */
  public record Violations(
      String rule, Severity severity, long count, String place, String pointer, String actual) {}

  /** What was written to a partition. */
  public record Partition(String name, long rows, long bytes) {}

  /** A stage and the seconds it took, summed over its workers. */
  public record Stage(String name, double seconds) {}

  /** A file that was read; {@code bytes} below 0: not known. */
  public record Input(String name, long bytes) {}

  /** The files of a kind, such as {@code jsonl}. */
  public record Files(String kind, long count, long bytes) {}
}
