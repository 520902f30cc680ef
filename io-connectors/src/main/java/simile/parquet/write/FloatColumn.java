package simile.parquet.write;

import simile.parquet.format.ThriftStruct;

/** A column of single-precision numbers. */
final class FloatColumn extends ColumnWriter {
  private final FloatValues values = new FloatValues();

  FloatColumn(Leaf leaf, PageWorkshop shop) {
    super(leaf, shop);
  }

  /** Adds a list of the first {@code count} numbers, at least one. */
  void add(float[] list, int count) {
    addListLevels(count);
    values.add(list, count);
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
