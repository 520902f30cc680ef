package simile.parquet.read;

import simile.parquet.ParquetFormatException;
import simile.parquet.format.LittleEndian;

/** A range of bytes that is read from front to back, and never beyond its end. */
final class Bytes {
  private static final int MAX_VARINT = 10;

  private final LittleEndian view;
  private final byte[] array;
  private final int end;
  private int at;

  Bytes(byte[] array, int start, int end) {
    this.view = new LittleEndian(array);
    this.array = array;
    this.at = start;
    this.end = end;
  }

  byte[] array() {
    return array;
  }

  int position() {
    return at;
  }

  int end() {
    return end;
  }

  int left() {
    return end - at;
  }

  /** Goes on after {@code length} bytes; returns where they start. */
  int skip(int length) throws ParquetFormatException {
    if (length < 0 || length > end - at) {
      throw new ParquetFormatException("a page ends in the middle of a value");
    }
    int start = at;
    at += length;
    return start;
  }

  /** The next {@code length} bytes, to be read on their own. */
  Bytes slice(int length) throws ParquetFormatException {
    int start = skip(length);
    return new Bytes(array, start, at);
  }

  int next() throws ParquetFormatException {
    return array[skip(1)] & 0xff;
  }

  int int32() throws ParquetFormatException {
    return view.int32(skip(Integer.BYTES));
  }

  long int64() throws ParquetFormatException {
    return view.int64(skip(Long.BYTES));
  }

  long varint() throws ParquetFormatException {
    long value = 0;
    for (int i = 0; i < MAX_VARINT; i++) {
      int b = next();
      value |= (b & 0x7fL) << (7 * i);
      if (b < 0x80) {
        return value;
      }
    }
    throw new ParquetFormatException("a page has a number without an end");
  }

  long zigzag() throws ParquetFormatException {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }
}
