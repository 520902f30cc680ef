package simile.ingest;

import java.io.Serializable;
import java.util.Optional;
import simile.log.Counts;

/**
 * How many rejected records a run may have and still commit.
 *
 * @param maxRatio the share of records read, 0 to 1; 1 for no limit
 * @param maxViolations the number of rejected records; {@link Long#MAX_VALUE} for no limit
 */
public record Gate(double maxRatio, long maxViolations) implements Serializable {

  /** Fails a run only if it read something and accepted nothing. */
  public static final Gate OPEN = new Gate(1, Long.MAX_VALUE);

  public Gate {
    if (!(maxRatio >= 0 && maxRatio <= 1) || maxViolations < 0) {
      throw new IllegalArgumentException(
          "the ratio must be in 0 to 1 and the number at least 0, not "
              + maxRatio
              + " and "
              + maxViolations);
    }
  }

  /** Why a run with these counts must not commit its rows, or empty if it may. */
  public Optional<String> failure(Counts counts) {
    if (counts.read() > 0 && counts.accepted() == 0) {
      return Optional.of("all " + counts.read() + " records were rejected");
    }
    if (counts.rejected() > maxViolations) {
      return Optional.of(
          counts.rejected() + " records were rejected; at most " + maxViolations + " may be");
    }
    if (counts.rejected() > maxRatio * counts.read()) {
      return Optional.of(
          String.format(
              java.util.Locale.ROOT,
              "%d of %d records were rejected (ratio %.4f); at most %s may be",
              counts.rejected(),
              counts.read(),
              (double) counts.rejected() / counts.read(),
              maxRatio));
    }
    return Optional.empty();
  }
}
