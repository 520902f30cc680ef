package simile.parquet.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import simile.parquet.ParquetFormatException;

/**
 * Reads structs in Thrift's compact protocol from bytes that may be anything: nothing is allocated
 * that the bytes do not hold, and depth and number of values are limited.
 */
public final class ThriftReader {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_VARINT = 10;
  private static final int MAX_FIELDS = 64;

  private final byte[] bytes;
  private final int end;
  private int at;
  private int depth;
  private long valuesLeft;

  /**
   * @param maxValues how many values, nested ones included, a struct may have
   */
  public ThriftReader(byte[] bytes, int start, int end, long maxValues) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
    this.valuesLeft = maxValues;
  }

  /** Where the next struct would start. */
  public int position() {
    return at;
  }

  /**
   * Reads a struct.
   *
   * @throws ParquetFormatException if there is none
   */
  public ThriftStruct struct() throws ParquetFormatException {
    enter();
    ThriftStruct struct = new ThriftStruct();
    int id = 0;
    while (true) {
      int header = next();
      int kind = header & 0xf;
      if (kind == ThriftKind.STOP) {
        depth--;
        return struct;
      }
      int delta = header >> 4 & 0xf;
      id = delta == 0 ? (short) zigzag() : id + delta;
      boolean isFlag = kind == ThriftKind.TRUE || kind == ThriftKind.FALSE;
      if (struct.size() == MAX_FIELDS) {
        throw new ParquetFormatException("a header has a struct of too many fields");
      }
      struct.with(id, isFlag ? (Object) (kind == ThriftKind.TRUE) : value(kind));
    }
  }

  private Object value(int kind) throws ParquetFormatException {
    if (--valuesLeft < 0) {
      throw new ParquetFormatException("a header has more values than are read");
    }
    return switch (kind) {
      case ThriftKind.TRUE, ThriftKind.FALSE -> next() == ThriftKind.TRUE;
      case ThriftKind.I8 -> (byte) next();
      case ThriftKind.I16 -> (short) zigzag();
      case ThriftKind.I32 -> (int) zigzag();
      case ThriftKind.I64 -> zigzag();
      case ThriftKind.DOUBLE -> real();
      case ThriftKind.BINARY -> binary();
      case ThriftKind.LIST, ThriftKind.SET -> list();
      case ThriftKind.STRUCT -> struct();
      default -> throw new ParquetFormatException("a header has a value of unknown kind " + kind);
    };
  }

  private ThriftList list() throws ParquetFormatException {
    enter();
    int header = next();
    int kind = header & 0xf;
    int count = header >> 4 & 0xf;
    if (count == 0xf) {
      count = length();
    }
    if (count > Math.min(end - at, valuesLeft)) {
      throw cut();
    }
    List<Object> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(value(kind));
    }
    depth--;
    return new ThriftList(kind, items);
  }

  private byte[] binary() throws ParquetFormatException {
    int length = length();
    if (length > end - at) {
      throw cut();
    }
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  private double real() throws ParquetFormatException {
    if (end - at < Double.BYTES) {
      throw cut();
    }
    at += Double.BYTES;
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble(at - Double.BYTES);
  }

  private int length() throws ParquetFormatException {
    long length = varint();
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw cut();
    }
    return (int) length;
  }

  private long zigzag() throws ParquetFormatException {
    long value = varint();
    return value >>> 1 ^ -(value & 1);
  }

  private long varint() throws ParquetFormatException {
    long value = 0;
    for (int i = 0; i < MAX_VARINT; i++) {
      int b = next();
      value |= (b & 0x7fL) << (7 * i);
      if ((b & 0x80) == 0) {
        return value;
      }
    }
    throw new ParquetFormatException("a header has a number without an end");
  }

  private int next() throws ParquetFormatException {
    if (at >= end) {
      throw cut();
    }
    return bytes[at++];
  }

  private void enter() throws ParquetFormatException {
    if (++depth > MAX_DEPTH) {
      throw new ParquetFormatException("a header is nested deeper than " + MAX_DEPTH);
    }
  }

  private static ParquetFormatException cut() {
    return new ParquetFormatException("a header ends in the middle of a value");
  }
}
