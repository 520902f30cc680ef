package simile.parquet.write;

import java.util.List;
import simile.json.walk.Members;
import simile.json.walk.Scalars;
import simile.record.ColumnType;

/** A number, or the time that a string says. */
final class NumberCell extends Cell {
  private final CodedColumn column;
  private final ColumnType type;
  private final Scalars scalars;
  private boolean taken;
  private long bits;

  NumberCell(CodedColumn column, ColumnType type, Scalars scalars) {
    this.column = column;
    this.type = type;
    this.scalars = scalars;
  }

  @Override
  boolean take(byte[] bytes, Members member) {
    if (!scalars.fits(type, bytes, member)) {
      return false;
    }
    taken = true;
    bits = scalars.scalar();
    return true;
  }

  @Override
  void write(byte[] bytes) {
    if (taken) {
      column.add(0, bits);
    } else {
      column.addNothing(0, 0);
    }
    taken = false;
  }

  @Override
  List<ColumnWriter> columns() {
    return List.of(column);
  }
}
