package simile.parquet.write;

import java.util.List;
import simile.json.walk.Members;

/** True or false. */
final class FlagCell extends Cell {
  private final FlagColumn column;
  private boolean taken;
  private boolean value;

  FlagCell(FlagColumn column) {
    this.column = column;
  }

  @Override
  boolean take(byte[] bytes, Members member) {
    byte first = bytes[member.valueStart()];
    if (first != 't' && first != 'f') {
      return false;
    }
    taken = true;
    value = first == 't';
    return true;
  }

  @Override
  void write(byte[] bytes) {
    if (taken) {
      column.add(0, value);
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
