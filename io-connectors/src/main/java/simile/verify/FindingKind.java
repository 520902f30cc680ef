package simile.verify;

import java.util.Locale;

/** What a finding is about. */
public enum FindingKind {
  /** An entry of the log. */
  LOG(Severity.DAMAGE),
  /** A checkpoint; derived. */
  CHECKPOINT(Severity.DAMAGE),
  /** A file that a kept version needs is not there. */
  MISSING(Severity.DAMAGE),
  /** A file is longer or shorter than it was. */
  SIZE(Severity.DAMAGE),
  /** A file has other bytes than it had. */
  CONTENT(Severity.DAMAGE),
  /** A file could not be read at all. */
  UNREADABLE(Severity.DAMAGE),
  /** A key file is not what its format says, or contradicts the log. */
  KEYS(Severity.DAMAGE),
  /** Records in JSONL are not where, or what, the key file says. */
  ROWS(Severity.DAMAGE),
  /** A SQLite shard is not sound, or contradicts the records. */
  SHARD(Severity.DAMAGE),
  /** An NPZ is not sound, or contradicts the key file. */
  VECTORS(Severity.DAMAGE),
  /** What describes an NPZ contradicts it. */
  METADATA(Severity.DAMAGE),
  /** A list of tombstones contradicts the key file. */
  TOMBSTONES(Severity.DAMAGE),
  /** The log's statistics are not those of the rows. */
  STATISTICS(Severity.DAMAGE),
  /** A file that no entry names, of no run at work. */
  ORPHAN(Severity.ORPHAN),
  /** A file of a run that is at work, which no entry names yet. */
  IN_FLIGHT(Severity.NOTE),
  /** A workflow that cannot be read; derived, and no data. */
  WORKFLOW(Severity.NOTE),
  /** Something was not looked at. */
  SKIPPED(Severity.NOTE);

  private final Severity severity;

  FindingKind(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** Lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
