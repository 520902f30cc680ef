package simile.parquet.write;

import simile.parquet.format.ThriftStruct;

/** A column of single-precision numbers. */
final class FloatColumn extends ColumnWriter {
  private final FloatValues values = new FloatValues();

  FloatColumn(Leaf leaf, PageWorkshop shop) {
    super(leaf, shop);
  }

  void add(int repetition, float value) {
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
