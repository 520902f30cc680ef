package simile.parquet.write;

import java.util.List;
import simile.json.walk.Members;

/**
 * Any value, as its bytes; but not with halves of surrogate pairs, for which DuckDB refuses the
 * whole file.
 */
final class JsonCell extends Cell {
  private final CodedColumn column;
  private boolean taken;
  private int start;
  private int end;

  JsonCell(CodedColumn column) {
    this.column = column;
  }

  @Override
  boolean take(byte[] bytes, Members member) {
    if (member.valueHasEscapes()
        && !Surrogates.areWhole(bytes, member.valueStart(), member.valueEnd())) {
      return false;
    }
    taken = true;
    start = member.valueStart();
    end = member.valueEnd();
    return true;
  }

  @Override
  void write(byte[] bytes) {
    if (taken) {
      column.add(0, bytes, start, end - start);
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
