package simile.ingest;

import java.io.Serializable;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.log.Counts;
import simile.record.RecordBatch;

/**
 * What is counted while a split is read. Tallies add up to the run's.
 *
 * <p>Not safe for use by many threads.
 */
public final class Tally implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Bars of the histogram of quality scores, each of width 1/20; the last holds 1 as well. */
  public static final int BARS = 20;

  private long blank;
  private long accepted;
  private long rejected;
  private long deletions;
  private long skipped;
  private long merged;
  private long rows;
  private long bytesRead;
  private long bytesWritten;
  private final TreeMap<String, Long> violations = new TreeMap<>();
  private final TreeMap<String, Long> warnings = new TreeMap<>();
  private final long[] quality = new long[BARS];

  void blank() {
    blank++;
  }

  void accepted() {
    accepted++;
  }

  void rejected() {
    rejected++;
  }

  void deletion() {
    deletions++;
  }

  /** What accepted lines are: deletions, and records with scores. */
  void records(RecordBatch batch) {
    int score = batch.schema().indexOf("quality_score");
    for (int row = 0; row < batch.size(); row++) {
      if (batch.isDeletion(row)) {
        deletion();
      } else if (score >= 0 && batch.spanStart(row, score) >= 0) {
        quality(Double.longBitsToDouble(batch.scalar(row, score)));
      }
    }
  }

  /** A line was accepted, and is rejected all the same. */
  void acceptedNoMore() {
    accepted--;
    rejected++;
  }

  /** Rows that are made of an incoming and a stored record. */
  void merged(long more) {
    merged += more;
  }

  /** Accepted rows that are not written, since their ids exist. */
  void skipped(long more) {
    skipped += more;
  }

  void wrote(long newRows, long bytes) {
    rows += newRows;
    bytesWritten += bytes;
  }

  void read(long bytes) {
    bytesRead += bytes;
  }

  void violation(String rule) {
    violations.merge(rule, 1L, Long::sum);
  }

  void warning(String rule) {
    warnings.merge(rule, 1L, Long::sum);
  }

  void quality(double score) {
    quality[(int) Math.min(BARS - 1, Math.max(0, score * BARS))]++;
  }

  void add(Tally other) {
    blank += other.blank;
    accepted += other.accepted;
    rejected += other.rejected;
    deletions += other.deletions;
    skipped += other.skipped;
    merged += other.merged;
    rows += other.rows;
    bytesRead += other.bytesRead;
    bytesWritten += other.bytesWritten;
    other.violations.forEach((rule, n) -> violations.merge(rule, n, Long::sum));
    other.warnings.forEach((rule, n) -> warnings.merge(rule, n, Long::sum));
    for (int i = 0; i < BARS; i++) {
      quality[i] += other.quality[i];
    }
  }

  public Counts counts() {
    return new Counts(
        accepted + rejected, blank, accepted, rejected, deletions, rows, bytesRead, bytesWritten);
  }

  /** Accepted rows that were not written, since their ids exist. */
  public long skipped() {
    return skipped;
  }

  /** Rows that were made of an incoming and a stored record. */
  public long merged() {
    return merged;
  }

  /** Breaches of rules that reject, by rule. */
  public SortedMap<String, Long> violations() {
    return new TreeMap<>(violations);
  }

  /** Breaches of rules that only warn, by rule. */
  public SortedMap<String, Long> warnings() {
    return new TreeMap<>(warnings);
  }

  /** How many accepted records have a quality score in each twentieth. */
  public long[] quality() {
    return quality.clone();
  }
}
