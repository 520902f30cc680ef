package simile.parquet.read;

import java.util.Arrays;
import simile.parquet.ParquetFormatException;

/** Values that are written as differences to the ones before. */
final class DeltaDecoders {
  private DeltaDecoders() {}

  /**
   * {@code DELTA_BINARY_PACKED}.
   *
   * @param wide whether sums are of 64 bits, and not of 32
   */
  static ValueDecoder integers(Bytes bytes, boolean wide) throws ParquetFormatException {
    DeltaDecoder integers = new DeltaDecoder(bytes);
    return wide ? into -> into.bits = integers.next() : into -> into.bits = (int) integers.next();
  }

  /** {@code DELTA_LENGTH_BYTE_ARRAY}: all lengths, then all bytes. */
  static ValueDecoder texts(Bytes bytes) throws ParquetFormatException {
    DeltaDecoder lengths = leading(bytes);
    return into -> {
      int length = length(lengths);
      int start = bytes.skip(length);
      into.set(bytes.array(), start, start + length);
    };
  }

  /** {@code DELTA_BYTE_ARRAY}: how much each shares with the one before, and the rest of it. */
  static ValueDecoder shared(Bytes bytes) throws ParquetFormatException {
    DeltaDecoder prefixes = leading(bytes);
    return new Shared(prefixes, texts(bytes));
  }

  /** The integers that {@code bytes} begin with; {@code bytes} go on after them. */
  private static DeltaDecoder leading(Bytes bytes) throws ParquetFormatException {
    int start = bytes.position();
    new DeltaDecoder(bytes).skipAll();
    return new DeltaDecoder(new Bytes(bytes.array(), start, bytes.position()));
  }

  private static int length(DeltaDecoder lengths) throws ParquetFormatException {
    long length = lengths.next();
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw new ParquetFormatException("a page has a value of " + length + " bytes");
    }
    return (int) length;
  }

  private static final class Shared implements ValueDecoder {
    private final DeltaDecoder prefixes;
    private final ValueDecoder rests;
    private byte[] current = new byte[64];
    private int size;

    Shared(DeltaDecoder prefixes, ValueDecoder rests) {
      this.prefixes = prefixes;
      this.rests = rests;
    }

    /** Grows by no more than the bytes that the page has for the rest. */
    @Override
    public void next(Value into) throws ParquetFormatException {
      int prefix = length(prefixes);
      if (prefix > size) {
        throw new ParquetFormatException("a page has a value that shares more than there is");
      }
      rests.next(into);
      size = Math.addExact(prefix, into.length());
      if (size > current.length) {
        current = Arrays.copyOf(current, Math.max(size, current.length * 2));
      }
      System.arraycopy(into.bytes, into.start, current, prefix, into.length());
      into.set(current, 0, size);
    }
  }
}
