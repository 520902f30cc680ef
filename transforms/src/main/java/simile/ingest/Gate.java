package simile.ingest;

import java.io.Serializable;
import java.util.Locale;
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
    if (counts.rejected() > maxViolations) {
      return Optional.of(rejected(counts) + "; at most " + maxViolations + " may be");
    }
    if (counts.rejected() > maxRatio * counts.read()) {
      double ratio = (double) counts.rejected() / counts.read();
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s (ratio %.4f); at most %s may be",
              rejected(counts),
              ratio,
              maxRatio));
    }
    if (counts.read() > 0 && counts.accepted() == 0) {
      return Optional.of(rejected(counts) + "; none was accepted");
    }
    return Optional.empty();
  }

  private static String rejected(Counts counts) {
    return counts.rejected()
        + " of "
        + counts.read()
        + (counts.read() == 1 ? " record was" : " records were")
        + " rejected";
  }
}
