package simile.keys;

import java.util.Arrays;

/** Reads the format's primitives from bytes in memory, never beyond their end. */
final class Decoder {
  private byte[] bytes;
  private int at;
  private int end;

  Decoder(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** Starts over, with other bytes. */
  void reset(byte[] newBytes, int newStart, int newEnd) {
    bytes = newBytes;
    at = newStart;
    end = newEnd;
  }

  int at() {
    return at;
  }

  /** Bytes that are left. */
  int left() {
    return end - at;
  }

  long varint() throws CorruptKeyFileException {
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int b = octet();
      value |= (long) (b & 0x7f) << shift;
      if (b < 0x80) {
        return value;
      }
    }
    throw new CorruptKeyFileException("a number has more than ten bytes");
  }

  /** A varint that must be in {@code [0, max]}. */
  int count(long max) throws CorruptKeyFileException {
    long value = varint();
    if (value < 0 || value > max || value > Integer.MAX_VALUE) {
      throw new CorruptKeyFileException("a number is " + value + "; expected at most " + max);
    }
    return (int) value;
  }

  int octet() throws CorruptKeyFileException {
    require(1);
    return bytes[at++] & 0xff;
  }

  int int32() throws CorruptKeyFileException {
    require(4);
    int value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (bytes[at++] & 0xff) << shift;
    }
    return value;
  }

  long int64() throws CorruptKeyFileException {
    return (int32() & 0xffffffffL) | ((long) int32() << 32);
  }

  void raw(byte[] into, int offset, int count) throws CorruptKeyFileException {
    require(count);
    System.arraycopy(bytes, at, into, offset, count);
    at += count;
  }

  byte[] sized() throws CorruptKeyFileException {
    int count = count(end - at);
    require(count);
    byte[] value = Arrays.copyOfRange(bytes, at, at + count);
    at += count;
    return value;
  }

  private void require(int count) throws CorruptKeyFileException {
    if (count > end - at) {
      throw new CorruptKeyFileException("it ends in the middle of a value");
    }
  }
}
