package simile.parquet.write;

import java.util.List;
import simile.json.MalformedJsonException;
import simile.json.walk.Members;

/** An object whose values are a string or an array of strings. */
final class NamesCell extends Cell {
  private static final int EMPTY_MAP = 1;
  private static final int EMPTY_LIST = 2;
  private static final int NEXT_ENTRY = 1;
  private static final int NEXT_ITEM = 2;

  private final CodedColumn keys;
  private final CodedColumn items;
  private NamedTexts taken = new NamedTexts();
  private NamedTexts spare = new NamedTexts();
  private boolean isTaken;

  NamesCell(CodedColumn keys, CodedColumn items) {
    this.keys = keys;
    this.items = items;
  }

  @Override
  boolean walk(byte[] bytes, Members member) throws MalformedJsonException {
    if (member.firstOfValue() == '{' && spare.walk(bytes, member)) {
      take();
      return true;
    }
    return super.walk(bytes, member);
  }

  private void take() {
    NamedTexts before = taken;
    taken = spare;
    spare = before;
    isTaken = true;
  }

  @Override
  void write(byte[] bytes) {
    if (!isTaken || taken.count() == 0) {
      int level = isTaken ? EMPTY_MAP : 0;
      keys.addNothing(0, level);
      items.addNothing(0, level);
    }
    for (int i = 0; isTaken && i < taken.count(); i++) {
      writeEntry(bytes, i);
    }
    isTaken = false;
  }

  private void writeEntry(byte[] bytes, int entry) {
    int repetition = entry == 0 ? 0 : NEXT_ENTRY;
    boolean escapes = taken.hasEscapes();
    Spans names = taken.names();
    Strings.add(keys, repetition, bytes, names.start(entry), names.end(entry), escapes);
    int first = taken.firstText(entry);
    int end = taken.firstText(entry + 1);
    if (first == end) {
      items.addNothing(repetition, EMPTY_LIST);
    }
    Spans texts = taken.texts();
    for (int i = first; i < end; i++) {
      int level = i == first ? repetition : NEXT_ITEM;
      Strings.add(items, level, bytes, texts.start(i), texts.end(i), escapes);
    }
  }

  @Override
  List<ColumnWriter> columns() {
    return List.of(keys, items);
  }
}
