package simile.parquet.read;

import simile.parquet.ParquetFormatException;

/**
 * A block of LZ4, as its <a
 * href="https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md">description</a> has it: pairs
 * of literals and a copy, the last without a copy.
 */
final class Lz4Block {
  private static final int MORE = 15;
  private static final int LEAST_COPY = 4;

  private final Bytes in;

  Lz4Block(byte[] from, int start, int end) {
    in = new Bytes(from, start, end);
  }

  /** Fills {@code into[at, at + room)}; returns how many bytes there are. */
  int decompress(byte[] into, int at, int room) throws ParquetFormatException {
    Copies out = new Copies(into, at, at + room);
    while (in.left() > 0) {
      int token = in.next();
      int literals = length(token >> 4);
      out.literal(in.array(), in.skip(literals), literals);
      if (in.left() > 0) {
        int distance = in.next() | in.next() << 8;
        out.copy(distance, length(token & 0xf) + LEAST_COPY);
      }
    }
    return out.written();
  }

  private int length(int nibble) throws ParquetFormatException {
    long length = nibble;
    if (nibble == MORE) {
      int more;
      do {
        more = in.next();
        length += more;
      } while (more == 0xff);
    }
    return (int) Math.min(length, Integer.MAX_VALUE - LEAST_COPY);
  }
}
