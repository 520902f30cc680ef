package simile.parquet.write;

import simile.parquet.format.ThriftStruct;

/** A column of truth values. */
final class FlagColumn extends ColumnWriter {
  private final FlagValues values = new FlagValues();

  FlagColumn(Leaf leaf, PageWorkshop shop) {
    super(leaf, shop);
  }

  void add(int repetition, boolean value) {
    addLevels(repetition);
    values.add(value);
  }

  @Override
  PageValues values() {
    return values;
  }

  @Override
  void endDictionary(PageSink pages, boolean used) {}

  @Override
  void statistics(ThriftStruct into) {}
}
