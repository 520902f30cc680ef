package simile.parquet.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import simile.parquet.ParquetFormatException;

/** Pages that are gzip: one member or several, each with its checksum. */
final class GzipBlock {
  private static final int PIECE = 1 << 13;

  private GzipBlock() {}

  /** Fills {@code into[at, at + room)}; returns how many bytes there are, or more than the room. */
  static long decompress(byte[] from, int start, int bytes, byte[] into, int at, int room)
      throws ParquetFormatException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(from, start, bytes), PIECE)) {
      int got = in.readNBytes(into, at, room);
      return in.read() < 0 ? got : room + 1L;
    } catch (IOException e) {
      throw new ParquetFormatException("a page is no good GZIP: " + e.getMessage(), e);
    }
  }
}
