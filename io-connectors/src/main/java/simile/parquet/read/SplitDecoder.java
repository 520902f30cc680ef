package simile.parquet.read;

import simile.parquet.ParquetFormatException;
import simile.parquet.format.LittleEndian;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.SchemaNode;

/** The first bytes of all values, then all second bytes, … ({@code BYTE_STREAM_SPLIT}). */
final class SplitDecoder implements ValueDecoder {
  private final byte[] array;
  private final int start;
  private final int count;
  private final PhysicalType type;
  private final byte[] value;
  private final LittleEndian view;
  private int next;

  SplitDecoder(Bytes page, SchemaNode leaf) {
    array = page.array();
    start = page.position();
    count = page.left() / leaf.width();
    type = leaf.type().orElseThrow();
    value = new byte[leaf.width()];
    view = new LittleEndian(value);
  }

  @Override
  public void next(Value into) throws ParquetFormatException {
    if (next == count) {
      throw new ParquetFormatException("a page has fewer values than it claims");
    }
    for (int i = 0; i < value.length; i++) {
      value[i] = array[start + i * count + next];
    }
    next++;
    switch (type) {
      case INT32, FLOAT -> into.bits = view.int32(0);
      case INT64, DOUBLE -> into.bits = view.int64(0);
      default -> into.set(value, 0, value.length);
    }
  }
}
