package simile.parquet.read;

import simile.parquet.ParquetFormatException;
import simile.parquet.format.PhysicalType;
import simile.parquet.format.SchemaNode;

/** Values as they are, one after the other. */
final class PlainDecoders {
  private PlainDecoders() {}

  static ValueDecoder of(SchemaNode leaf, Bytes bytes) {
    PhysicalType type = leaf.type().orElseThrow();
    return switch (type) {
      case BOOLEAN -> new Flags(bytes);
      case INT32, FLOAT -> into -> into.bits = bytes.int32();
      case INT64, DOUBLE -> into -> into.bits = bytes.int64();
      case INT96, FIXED -> into -> span(bytes, leaf.width(), into);
      case BYTE_ARRAY -> into -> span(bytes, bytes.int32(), into);
    };
  }

  private static void span(Bytes bytes, int length, Value into) throws ParquetFormatException {
    int start = bytes.skip(length);
    into.set(bytes.array(), start, start + length);
  }

  /** Eight a byte, the first in the lowest bit. */
  private static final class Flags implements ValueDecoder {
    private final Bytes bytes;
    private int rest;
    private int left;

    Flags(Bytes bytes) {
      this.bytes = bytes;
    }

    @Override
    public void next(Value into) throws ParquetFormatException {
      if (left == 0) {
        rest = bytes.next();
        left = Byte.SIZE;
      }
      into.bits = rest & 1;
      rest >>= 1;
      left--;
    }
  }
}
