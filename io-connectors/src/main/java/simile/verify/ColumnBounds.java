package simile.verify;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import simile.record.Column;
import simile.record.Schema;
import simile.segment.Bounds;
import simile.segment.Segment;

/** The bounds of a segment's columns, taken again from its lines. */
final class ColumnBounds {
  private final Schema schema;
  private final double[] min;
  private final double[] max;
  private final long[] absent;

  ColumnBounds(Schema schema) {
    this.schema = schema;
    int columns = schema.columns().size();
    min = new double[columns];
    max = new double[columns];
    absent = new long[columns];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
  }

  void add(StoredLine line) throws IOException {
    for (int c = 0; c < min.length; c++) {
      if (!schema.columns().get(c).type().isScalar()) {
        continue;
      }
      if (line.isAbsent(c)) {
        absent[c]++;
      } else {
        double value = line.scalar(c);
        min[c] = Math.min(min[c], value);
        max[c] = Math.max(max[c], value);
      }
    }
  }

  /** What the log says otherwise; empty if it says the same. */
  Optional<String> difference(Segment segment) {
    for (int c = 0; c < min.length; c++) {
      Column column = schema.columns().get(c);
      Bounds logged = segment.bounds().get(column.name());
      if (column.type().isScalar() && !agrees(column, c, logged)) {
        return Optional.of(
            "column '%s' is %s to %s with %d absent; the log says %s"
                .formatted(column.name(), min[c], max[c], absent[c], logged));
      }
    }
    return Optional.empty();
  }

  private boolean agrees(Column column, int c, Bounds logged) {
    boolean hasValue = min[c] <= max[c];
    if (column.stamped()) {
      // A time that was stamped counts as absent in the log, and is in the line all the same.
      return logged == null
          || (logged.min() >= min[c] && logged.max() <= max[c] && logged.absent() >= absent[c]);
    }
    return hasValue
        ? logged != null
            && logged.min() == min[c]
            && logged.max() == max[c]
            && logged.absent() == absent[c]
        : logged == null;
  }
}
