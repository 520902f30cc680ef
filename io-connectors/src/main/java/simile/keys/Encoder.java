package simile.keys;

import java.util.Arrays;
import java.util.zip.CRC32C;

/** A growing buffer of the format's primitives. */
final class Encoder {
  private byte[] bytes = new byte[1 << 12];
  private int length;

  int length() {
    return length;
  }

  byte[] bytes() {
    return bytes;
  }

  void reset() {
    length = 0;
  }

  void varint(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  void octet(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  void int32(int value) {
    reserve(4);
    for (int shift = 0; shift < 32; shift += 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  void int64(long value) {
    int32((int) value);
    int32((int) (value >>> 32));
  }

  void raw(byte[] source, int start, int count) {
    reserve(count);
    System.arraycopy(source, start, bytes, length, count);
    length += count;
  }

  void sized(byte[] source) {
    varint(source.length);
    raw(source, 0, source.length);
  }

  int crc32c() {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private void reserve(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
    }
  }
}
