package simile.parquet.read;

import simile.parquet.ParquetFormatException;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.SchemaNode;

/** The values that pages of a column chunk refer to by number. */
final class Dictionary {
  private final byte[] bytes;
  private final int[] bounds;
  private final long[] numbers;

  private Dictionary(byte[] bytes, int[] bounds, long[] numbers) {
    this.bytes = bytes;
    this.bounds = bounds;
    this.numbers = numbers;
  }

  /**
   * Reads a dictionary.
   *
   * @param bytes are kept
   * @param count how many values it claims
   */
  static Dictionary read(SchemaNode leaf, Bytes bytes, int count, MemoryBudget budget)
      throws ParquetFormatException {
    PhysicalType type = leaf.type().orElseThrow();
    int least = type == PhysicalType.BYTE_ARRAY ? Integer.BYTES : leaf.width();
    if (type == PhysicalType.BOOLEAN || count > bytes.left() / least) {
      throw new ParquetFormatException(
          "a dictionary claims " + count + " values, which it has not");
    }
    budget.take((long) count * Long.BYTES);
    boolean isNumber = type.width() == Integer.BYTES || type.width() == Long.BYTES;
    int[] bounds = new int[isNumber ? 0 : 2 * count];
    long[] numbers = new long[isNumber ? count : 0];
    ValueDecoder decoder = PlainDecoders.of(leaf, bytes);
    Value value = new Value();
    for (int i = 0; i < count; i++) {
      decoder.next(value);
      if (isNumber) {
        numbers[i] = value.bits;
      } else {
        bounds[2 * i] = value.start;
        bounds[2 * i + 1] = value.end;
      }
    }
    return new Dictionary(bytes.array(), bounds, numbers);
  }

  /** Values by the numbers that {@code bytes} have. */
  ValueDecoder decoder(Bytes page) throws ParquetFormatException {
    HybridDecoder indexes = page.left() == 0 ? empty() : new HybridDecoder(page, page.next());
    return into -> get(indexes.next(), into);
  }

  private static HybridDecoder empty() throws ParquetFormatException {
    return new HybridDecoder(new Bytes(new byte[0], 0, 0), 0);
  }

  private void get(int index, Value into) throws ParquetFormatException {
    int count = Math.max(numbers.length, bounds.length / 2);
    if (index < 0 || index >= count) {
      throw new ParquetFormatException(
          "a page refers to value %d of a dictionary of %d".formatted(index, count));
    }
    if (bounds.length == 0) {
      into.bits = numbers[index];
    } else {
      into.set(bytes, bounds[2 * index], bounds[2 * index + 1]);
    }
  }
}
