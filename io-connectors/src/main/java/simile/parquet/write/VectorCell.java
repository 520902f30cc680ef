package simile.parquet.write;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import simile.json.MalformedJsonException;
import simile.json.walk.Items;
import simile.json.walk.Members;

/** An array of numbers, or coordinates that are no part of the record's bytes. */
final class VectorCell extends Cell {
  private static final int EMPTY = 1;

  private final FloatColumn column;
  private final Items items = new Items();
  private float[] taken = new float[0];
  private int count;
  private boolean isTaken;

  VectorCell(FloatColumn column) {
    this.column = column;
  }

  void take(float[] vector) {
    taken = Arrays.copyOf(vector, Math.max(vector.length, taken.length));
    count = vector.length;
    isTaken = true;
  }

  @Override
  boolean take(byte[] bytes, Members member) throws MalformedJsonException {
    if (bytes[member.valueStart()] != '[') {
      return false;
    }
    float[] vector = new float[16];
    int n = 0;
    items.moveTo(bytes, member.valueStart(), member.valueEnd());
    while (items.next()) {
      byte first = bytes[items.valueStart()];
      if (first != '-' && (first < '0' || first > '9')) {
        return false;
      }
      if (n == vector.length) {
        vector = Arrays.copyOf(vector, n * 2);
      }
      int length = items.valueEnd() - items.valueStart();
      vector[n] = Float.parseFloat(new String(bytes, items.valueStart(), length, US_ASCII));
      if (!Float.isFinite(vector[n++])) {
        return false;
      }
    }
    take(Arrays.copyOf(vector, n));
    return true;
  }

  @Override
  void write(byte[] bytes) {
    if (!isTaken) {
      column.addNothing(0, 0);
    } else if (count == 0) {
      column.addNothing(0, EMPTY);
    } else {
      column.add(taken, count);
    }
    isTaken = false;
  }

  @Override
  List<ColumnWriter> columns() {
    return List.of(column);
  }
}
