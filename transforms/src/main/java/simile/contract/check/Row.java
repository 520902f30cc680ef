package simile.contract.check;

import java.util.Arrays;
import simile.record.RecordBatchBuilder;

/** The columns of the line being read. */
final class Row {
  /** The line has not named the column. */
  static final byte ABSENT = 0;

  /** Named, with {@code null}. */
  static final byte NULL = 1;

  /** Named, with a value of the right type. */
  static final byte GOOD = 2;

  /** Named, with a value of a wrong type or form. */
  static final byte BAD = 3;

  private final byte[] states;
  private final int[] starts;
  private final int[] ends;
  private final long[] scalars;
  private int[] extras = new int[16];
  private int extraCount;

  Row(int columns) {
    states = new byte[columns];
    starts = new int[columns];
    ends = new int[columns];
    scalars = new long[columns];
  }

  void clear() {
    Arrays.fill(states, ABSENT);
    extraCount = 0;
  }

  byte state(int column) {
    return states[column];
  }

  boolean isGood(int column) {
    return states[column] == GOOD;
  }

  void set(int column, byte state, int start, int end, long scalar) {
    states[column] = state;
    starts[column] = start;
    ends[column] = end;
    scalars[column] = scalar;
  }

  int start(int column) {
    return starts[column];
  }

  int end(int column) {
    return ends[column];
  }

  long scalar(int column) {
    return scalars[column];
  }

  /** Notes a member that the contract does not know. */
  void extra(int start, int end) {
    if (extraCount + 2 > extras.length) {
      extras = Arrays.copyOf(extras, extras.length * 2);
    }
    extras[extraCount++] = start;
    extras[extraCount++] = end;
  }

  void writeTo(RecordBatchBuilder into) {
    for (int c = 0; c < states.length; c++) {
      if (states[c] == GOOD) {
        into.column(c, starts[c], ends[c] - starts[c], scalars[c]);
      } else if (states[c] == NULL) {
        into.nullAt(c, starts[c]);
      }
    }
    for (int i = 0; i < extraCount; i += 2) {
      into.extra(extras[i], extras[i + 1] - extras[i]);
    }
  }
}
