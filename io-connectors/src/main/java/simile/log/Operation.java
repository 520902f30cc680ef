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

  /** Whether the entry is its run's last word: the run and its token can never commit again. */
  public boolean settlesRun() {
    return this != AUDIT;
  }
}
