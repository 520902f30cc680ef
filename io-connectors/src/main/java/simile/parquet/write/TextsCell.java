package simile.parquet.write;

import java.util.List;
import simile.json.MalformedJsonException;
import simile.json.walk.Items;
import simile.json.walk.Members;
import simile.json.walk.Scalars;

/** An array of strings. */
final class TextsCell extends Cell {
  private static final int EMPTY = 1;

  private final CodedColumn column;
  private final Items items = new Items();
  private Spans taken = new Spans();
  private Spans spare = new Spans();
  private boolean isTaken;
  private boolean escapes;
  private boolean spareEscapes;

  TextsCell(CodedColumn column) {
    this.column = column;
  }

  @Override
  boolean walk(byte[] bytes, Members member) throws MalformedJsonException {
    if (member.firstOfValue() == '[' && walkItems(bytes, member)) {
      take();
      return true;
    }
    return super.walk(bytes, member);
  }

  private boolean walkItems(byte[] bytes, Members member) throws MalformedJsonException {
    spare.clear();
    boolean any = false;
    items.moveInto(member);
    while (items.next()) {
      if (!isText(bytes, items)) {
        return false;
      }
      any |= items.valueHasEscapes();
      spare.add(items.valueStart(), items.valueEnd());
    }
    spareEscapes = any;
    member.passValueOf(items);
    return true;
  }

  private static boolean isText(byte[] bytes, Items items) {
    return bytes[items.valueStart()] == '"'
        && (!items.valueHasEscapes()
            || Scalars.isText(bytes, items.valueStart(), items.valueEnd()));
  }

  private void take() {
    Spans before = taken;
    taken = spare;
    spare = before;
    escapes = spareEscapes;
    isTaken = true;
  }

  @Override
  void write(byte[] bytes) {
    if (!isTaken) {
      column.addNothing(0, 0);
    } else if (taken.count() == 0) {
      column.addNothing(0, EMPTY);
    }
    for (int i = 0; isTaken && i < taken.count(); i++) {
      Strings.add(column, i == 0 ? 0 : 1, bytes, taken.start(i), taken.end(i), escapes);
    }
    isTaken = false;
  }

  @Override
  List<ColumnWriter> columns() {
    return List.of(column);
  }
}
