package simile.watch;

import java.io.Serializable;

/**
 * How a window ended.
 *
 * @param run its run
 * @param end how
 * @param version the entry in the log that says so; -1 if there is none of its own
 */
public record WindowOutcome(String run, End end, long version) implements Serializable {

  /** How windows end. */
  public enum End {
    /** Its rows are in the store. */
    COMMITTED,
    /** It failed its gate, or its files could not be read; the entry is an audit. */
    FAILED,
    /** Another had its files first, or it was cancelled: nothing of it is in the store. */
    LOST
  }
}
