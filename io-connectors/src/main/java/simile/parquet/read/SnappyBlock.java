package simile.parquet.read;

import simile.parquet.ParquetFormatException;

/**
 * A block of Snappy, as its <a
 * href="https://github.com/google/snappy/blob/main/format_description.txt">description</a> has it:
 * the full length, then literals and copies of what came before.
 */
final class SnappyBlock {
  private static final int LITERAL = 0;
  private static final int COPY_1 = 1;
  private static final int COPY_2 = 2;
  private static final int SHORT_LITERAL = 60;

  private final Bytes in;

  SnappyBlock(byte[] from, int start, int end) {
    in = new Bytes(from, start, end);
  }

  /** Fills {@code into[at, at + room)}; returns the full length. */
  int decompress(byte[] into, int at, int room) throws ParquetFormatException {
    if (in.varint() != room) {
      throw new ParquetFormatException("a page of SNAPPY is not as long as it claims");
    }
    Copies out = new Copies(into, at, at + room);
    while (in.left() > 0) {
      int tag = in.next();
      int upper = tag >> 2;
      switch (tag & 3) {
        case LITERAL -> {
          int length = literalLength(upper);
          out.literal(in.array(), in.skip(length), length);
        }
        case COPY_1 -> out.copy(((tag & 0xe0) << 3) | in.next(), (upper & 7) + 4);
        case COPY_2 -> out.copy(in.next() | in.next() << 8, upper + 1);
        default -> out.copy(in.int32(), upper + 1);
      }
    }
    return out.written();
  }

  private int literalLength(int upper) throws ParquetFormatException {
    if (upper < SHORT_LITERAL) {
      return upper + 1;
    }
    int length = 0;
    for (int i = 0; i <= upper - SHORT_LITERAL; i++) {
      length |= in.next() << (Byte.SIZE * i);
    }
    return length + 1;
  }
}
