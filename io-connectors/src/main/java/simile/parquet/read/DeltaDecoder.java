package simile.parquet.read;

import simile.parquet.ParquetFormatException;

/**
 * Integers as packed differences ({@code DELTA_BINARY_PACKED}), in blocks that have a least
 * difference, and miniblocks in them that have a width each.
 */
final class DeltaDecoder {
  private static final int MAX_BLOCK = 1 << 20;
  private static final int MINIBLOCK_UNIT = 8;

  private final Bytes bytes;
  private final int miniblocks;
  private final int miniblockSize;
  private final int[] widths;
  private final long count;
  private long left;
  private long value;
  private long leastDelta;
  private int miniblock;
  private int leftInMiniblock;
  private Bytes packed = new Bytes(new byte[0], 0, 0);
  private int bitOffset;

  DeltaDecoder(Bytes bytes) throws ParquetFormatException {
    this.bytes = bytes;
    long block = bytes.varint();
    long parts = bytes.varint();
    count = bytes.varint();
    value = bytes.zigzag();
    if (block <= 0
        || block > MAX_BLOCK
        || parts <= 0
        || parts > block / MINIBLOCK_UNIT
        || block % parts != 0
        || block / parts % MINIBLOCK_UNIT != 0
        || count < 0
        || count > Integer.MAX_VALUE) {
      throw new ParquetFormatException(
          "a page has %d differences in blocks of %d and %d parts".formatted(count, block, parts));
    }
    miniblocks = (int) parts;
    miniblockSize = (int) (block / parts);
    widths = new int[miniblocks];
    miniblock = miniblocks;
    left = count;
  }

  /** How many integers there are. */
  int count() {
    return (int) count;
  }

  long next() throws ParquetFormatException {
    if (left == 0) {
      throw new ParquetFormatException("a page has fewer differences than values");
    }
    long result = value;
    if (--left > 0) {
      if (leftInMiniblock == 0) {
        beginMiniblock();
      }
      leftInMiniblock--;
      value += leastDelta + unpack(widths[miniblock]);
    }
    return result;
  }

  private void beginMiniblock() throws ParquetFormatException {
    if (++miniblock >= miniblocks) {
      beginBlock();
    }
    packed = bytes.slice(miniblockBytes());
    bitOffset = 0;
    leftInMiniblock = miniblockSize;
  }

  private void beginBlock() throws ParquetFormatException {
    leastDelta = bytes.zigzag();
    for (int i = 0; i < miniblocks; i++) {
      widths[i] = bytes.next();
      if (widths[i] > Long.SIZE) {
        throw new ParquetFormatException("a page has differences of " + widths[i] + " bits");
      }
    }
    miniblock = 0;
  }

  private int miniblockBytes() {
    return miniblockSize / Byte.SIZE * widths[miniblock];
  }

  private long unpack(int width) {
    byte[] array = packed.array();
    long result = 0;
    for (int done = 0; done < width; ) {
      int at = packed.position() + bitOffset / Byte.SIZE;
      int inByte = bitOffset % Byte.SIZE;
      int take = Math.min(Byte.SIZE - inByte, width - done);
      long bits = ((array[at] & 0xffL) >>> inByte) & ((1L << take) - 1);
      result |= bits << done;
      done += take;
      bitOffset += take;
    }
    return result;
  }

  /** Goes to what follows the last integer, without reading them; returns where that is. */
  int skipAll() throws ParquetFormatException {
    while (left > 1) {
      if (++miniblock >= miniblocks) {
        beginBlock();
      }
      bytes.skip(miniblockBytes());
      left -= Math.min(left - 1, miniblockSize);
    }
    left = 0;
    return bytes.position();
  }
}
