package simile.log;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an entry records. The names are part of the format: an entry with a name that is not here
 * comes from a newer version and is refused as such, never skipped, since what it means for the
 * rows is not known.
 */
public enum Operation {
  /** New rows, tombstones, or both. */
  INGEST,
  /** Tombstones. */
  DELETE,
  /** Rows that were deleted, written again. */
  UNDELETE,
  /** Segments rewritten; a run may commit many such entries, each under its own token. */
  COMPACT,
  /** The segments of an earlier version, live again. */
  ROLLBACK,
  /** Segments rewritten from what was left of them. */
  REPAIR,
  /** Names for versions, which keep what they name. */
  TAG,
  /** Versions given up; their files may be deleted from then on. */
  VACUUM,
  /** A run that failed its gate: audit files and counts, no rows. Its token stays free. */
  AUDIT,
  /** A run that was cancelled and can never commit. */
  FENCE;

  /** The name in the log: lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Operation> of(String key) {
    return Stream.of(values()).filter(o -> o.key().equals(key)).findFirst();
  }

  /** Whether the entry is its run's last word: the run can never commit again. */
  public boolean settlesRun() {
    return settlesToken() && this != COMPACT;
  }

  /** Whether no other entry can have the same token. */
  public boolean settlesToken() {
    return this != AUDIT;
  }

  /** Whether the entry may change collections. */
  public boolean changesCollections() {
    return switch (this) {
      case INGEST, DELETE, UNDELETE, COMPACT, ROLLBACK, REPAIR -> true;
      case TAG, VACUUM, AUDIT, FENCE -> false;
    };
  }

  /**
   * Whether the entry is what a run was for: it did its work, rather than failed or was stopped.
   */
  public boolean isDone() {
    return this != AUDIT && this != FENCE;
  }
}
