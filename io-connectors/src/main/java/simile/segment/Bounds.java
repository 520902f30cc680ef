package simile.segment;

import java.io.Serializable;

/**
 * The least and greatest value of a column in a segment, as {@link
 * simile.record.RecordBatch#scalar} gives them; for {@code REAL} as doubles.
 *
 * @param min the least
 * @param max the greatest, at least {@code min}
 * @param absent rows without a value
 */
public record Bounds(double min, double max, long absent) implements Serializable {

  /** Whether a value in {@code [low, high]} may be there. */
  public boolean mayContain(double low, double high) {
    return low <= max && high >= min;
  }
}
