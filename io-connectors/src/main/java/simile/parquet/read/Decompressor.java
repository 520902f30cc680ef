package simile.parquet.read;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.Codec;

/** Makes pages of what was stored. */
final class Decompressor {
  /** What no compressed byte can become more of, by the codecs' own formats. */
  private static long mostOf(Codec codec, int bytes) throws ParquetFormatException {
    return switch (codec) {
      case UNCOMPRESSED -> bytes;
      case SNAPPY -> 32L * bytes;
      case GZIP -> 1_040L * bytes;
      case LZ4_RAW -> 256L * bytes;
      case ZSTD -> 48_000L * bytes;
      case LZO, BROTLI, LZ4 ->
          throw new ParquetFormatException(
              "pages compressed with %s are not read; write the file anew with ZSTD"
                  .formatted(codec));
    };
  }

  /**
   * Checks that {@code bytes} stored can be {@code fullBytes} at all, before room is made for them.
   */
  void check(Codec codec, int bytes, int fullBytes) throws ParquetFormatException {
    if (fullBytes > mostOf(codec, bytes)) {
      throw new ParquetFormatException(
          "a page of %d bytes claims to be %d without %s, which cannot be"
              .formatted(bytes, fullBytes, codec));
    }
  }

  /** Fills {@code into[0, fullBytes)} from {@code from[0, bytes)}. */
  void decompress(
      Codec codec, byte[] from, int start, int bytes, byte[] into, int at, int fullBytes)
      throws ParquetFormatException {
    long got =
        switch (codec) {
          case SNAPPY ->
              new SnappyBlock(from, start, start + bytes).decompress(into, at, fullBytes);
          case LZ4_RAW -> new Lz4Block(from, start, start + bytes).decompress(into, at, fullBytes);
          case GZIP -> GzipBlock.decompress(from, start, bytes, into, at, fullBytes);
          case ZSTD -> zstd(from, start, bytes, into, at, fullBytes);
          default -> copy(from, start, bytes, into, at, fullBytes);
        };
    if (got != fullBytes) {
      throw new ParquetFormatException(
          "a page claims %d bytes without %s and has %d".formatted(fullBytes, codec, got));
    }
  }

  private static int copy(byte[] from, int start, int bytes, byte[] into, int at, int room) {
    System.arraycopy(from, start, into, at, Math.min(bytes, room));
    return bytes;
  }

  private static long zstd(byte[] from, int start, int bytes, byte[] into, int at, int fullBytes)
      throws ParquetFormatException {
    try {
      return Zstd.decompressByteArray(into, at, fullBytes, from, start, bytes);
    } catch (ZstdException e) {
      throw new ParquetFormatException("a page is no good ZSTD: " + e.getMessage(), e);
    }
  }
}
