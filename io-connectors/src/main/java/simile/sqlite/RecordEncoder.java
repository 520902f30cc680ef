package simile.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Puts values together as one record. See sqlite.org/fileformat2.html, 2.1. */
final class RecordEncoder {
  private byte[] header = new byte[64];
  private byte[] body = new byte[1024];
  private byte[] record = new byte[1024];
  private int headerUsed;
  private int bodyUsed;

  void start() {
    headerUsed = 0;
    bodyUsed = 0;
  }

  void nothing() {
    type(0);
  }

  void integer(long value) {
    if (value == 0 || value == 1) {
      type(8 + value);
      return;
    }
    int bits = 65 - Long.numberOfLeadingZeros(value ^ (value >> 63));
    int bytes = bits <= 32 ? (bits + 7) / 8 : bits <= 48 ? 6 : 8;
    type(bytes <= 4 ? bytes : bytes == 6 ? 5 : 6);
    big(value, bytes);
  }

  void real(double value) {
    type(7);
    big(Double.doubleToRawLongBits(value), 8);
  }

  void text(byte[] utf8, int start, int length) {
    type(13 + 2L * length);
    room(length);
    System.arraycopy(utf8, start, body, bodyUsed, length);
    bodyUsed += length;
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(UTF_8);
    text(utf8, 0, utf8.length);
  }

  /** Ends the record. @return its length; {@link #bytes} has it until the next one ends */
  int finish() {
    int length = headerUsed + 1;
    if (length > 127) {
      length = headerUsed + 2; // A header of more than 16,383 bytes: 2,000 columns have less.
    }
    if (length + bodyUsed > record.length) {
      record = new byte[Math.max(length + bodyUsed, record.length * 2)];
    }
    int at = putVarint(record, 0, length);
    System.arraycopy(header, 0, record, at, headerUsed);
    System.arraycopy(body, 0, record, length, bodyUsed);
    return length + bodyUsed;
  }

  byte[] bytes() {
    return record;
  }

  /** Writes a varint of at most 35 bits. @return where it ends */
  static int putVarint(byte[] into, int at, long value) {
    int end = at;
    for (int shift = 28; shift > 0; shift -= 7) {
      if (value >>> shift != 0) {
        into[end++] = (byte) (value >>> shift | 0x80);
      }
    }
    into[end++] = (byte) (value & 0x7f);
    return end;
  }

  private void type(long serialType) {
    if (headerUsed + 9 > header.length) {
      header = Arrays.copyOf(header, header.length * 2);
    }
    headerUsed = putVarint(header, headerUsed, serialType);
  }

  private void big(long value, int bytes) {
    room(bytes);
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      body[bodyUsed++] = (byte) (value >>> shift);
    }
  }

  private void room(int length) {
    if (bodyUsed + length > body.length) {
      body = Arrays.copyOf(body, Math.max(bodyUsed + length, body.length * 2));
    }
  }
}
