package simile.parquet.write;

import simile.json.walk.Members;
import simile.parquet.format.GrowingBytes;

/** The members that no other cell takes, as one JSON object. */
final class ExtraCell {
  private final CodedColumn column;
  private final Spans members = new Spans();
  private final GrowingBytes object = new GrowingBytes(256);

  ExtraCell(CodedColumn column) {
    this.column = column;
  }

  void take(Members member) {
    members.add(member.nameStart(), member.valueEnd());
  }

  void write(byte[] bytes) {
    if (members.count() == 0) {
      column.addNothing(0, 0);
      return;
    }
    object.truncate(0);
    for (int i = 0; i < members.count(); i++) {
      object.put(i == 0 ? '{' : ',');
      object.put(bytes, members.start(i), members.end(i) - members.start(i));
    }
    object.put('}');
    column.add(0, object.array(), 0, object.size());
    members.clear();
  }

  ColumnWriter column() {
    return column;
  }
}
