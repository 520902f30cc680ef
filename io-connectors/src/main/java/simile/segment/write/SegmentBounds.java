package simile.segment.write;

import java.util.Map;
import java.util.TreeMap;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.RecordBatch;
import simile.record.SortedRows;
import simile.segment.Bounds;

/** Finds the least and greatest value of each scalar column of a segment. */
final class SegmentBounds {
  private SegmentBounds() {}

  /** By column name. A stamped row counts as without a value, so its column's bounds say so. */
  static Map<String, Bounds> of(RecordBatch batch, SortedRows rows) {
    Map<String, Bounds> bounds = new TreeMap<>();
    for (int c = 0; c < batch.schema().columns().size(); c++) {
      Column column = batch.schema().columns().get(c);
      if (column.type().isScalar()) {
        addBounds(batch, rows, c, column, bounds);
      }
    }
    return bounds;
  }

  private static void addBounds(
      RecordBatch batch, SortedRows rows, int c, Column column, Map<String, Bounds> bounds) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    long absent = 0;
    for (int rank = 0; rank < rows.size(); rank++) {
      int row = rows.row(rank);
      if (batch.isDeletion(row)) {
        continue;
      }
      if (batch.spanStart(row, c) < 0) {
        absent++;
        continue;
      }
      double value = value(batch.scalar(row, c), column.type());
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    if (min <= max) {
      bounds.put(column.name(), new Bounds(min, max, absent));
    }
  }

  private static double value(long scalar, ColumnType type) {
    return type == ColumnType.REAL ? Double.longBitsToDouble(scalar) : (double) scalar;
  }
}
