package simile.parquet.write;

import java.util.List;
import simile.json.walk.Members;
import simile.json.walk.Scalars;
import simile.record.ColumnType;

/** A string. */
final class TextCell extends Cell {
  private final CodedColumn column;
  private final Scalars scalars;
  private boolean taken;
  private int start;
  private int end;
  private boolean escapes;

  TextCell(CodedColumn column, Scalars scalars) {
    this.column = column;
    this.scalars = scalars;
  }

  @Override
  boolean take(byte[] bytes, Members member) {
    if (!scalars.fits(ColumnType.TEXT, bytes, member)) {
      return false;
    }
    taken = true;
    start = member.valueStart();
    end = member.valueEnd();
    escapes = member.valueHasEscapes();
    return true;
  }

  @Override
  void write(byte[] bytes) {
    if (taken) {
      Strings.add(column, 0, bytes, start, end, escapes);
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
