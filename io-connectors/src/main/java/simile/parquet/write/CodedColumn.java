package simile.parquet.write;

import simile.parquet.format.LittleEndian;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.ThriftStruct;

/** A column of texts, of integers or of doubles. */
final class CodedColumn extends ColumnWriter {
  private final Extremes extremes;
  private final CodedValues values;
  private final byte[] number = new byte[Long.BYTES];
  private final LittleEndian numberView = new LittleEndian(number);

  CodedColumn(Leaf leaf, PageWorkshop shop) {
    super(leaf, shop);
    extremes = extremes(leaf);
    values = new CodedValues(leaf.type() == PhysicalType.BYTE_ARRAY, extremes);
  }

  private static Extremes extremes(Leaf leaf) {
    if (!leaf.ordered()) {
      return new Extremes.None();
    }
    return leaf.type() == PhysicalType.BYTE_ARRAY
        ? new Extremes.Texts()
        : new Extremes.Numbers(leaf.type() == PhysicalType.DOUBLE);
  }

  void add(int repetition, byte[] bytes, int start, int length) {
    addLevels(repetition);
    values.add(bytes, start, length);
  }

  /** Adds an integer, or a double's bits. */
  void add(int repetition, long bits) {
    numberView.setInt64(0, bits);
    add(repetition, number, 0, Long.BYTES);
  }

  @Override
  PageValues values() {
    return values;
  }

  @Override
  void endDictionary(PageSink pages, boolean used) {
    if (used) {
      pages.addDictionary(values.dictionary().page(), values.dictionary().count());
    }
    values.restart();
  }

  @Override
  void statistics(ThriftStruct into) {
    extremes.drainTo(into);
  }
}
