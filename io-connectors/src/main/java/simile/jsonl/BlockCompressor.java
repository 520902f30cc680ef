package simile.jsonl;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses and decompresses one independent block: a gzip member or a zstd frame. */
public final class BlockCompressor {
  /** Uncompressed bytes in a block, at most, unless one row is longer. */
  public static final int BLOCK_BYTES = 1 << 18;

  private static final int ZSTD_LEVEL = 3;

  private BlockCompressor() {}

  static byte[] compress(Compression compression, byte[] bytes, int length) throws IOException {
    return switch (compression) {
      case NONE -> Arrays.copyOf(bytes, length);
      case GZIP -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
          gzip.write(bytes, 0, length);
        }
        yield out.toByteArray();
      }
      case ZSTD -> Zstd.compress(Arrays.copyOf(bytes, length), ZSTD_LEVEL);
    };
  }

  /**
   * Undoes {@link #compress}.
   *
   * @param length the uncompressed length
   * @throws IOException if the block is damaged or has another length
   */
  public static byte[] decompress(Compression compression, byte[] block, int length)
      throws IOException {
    byte[] bytes =
        switch (compression) {
          case NONE -> block;
          case GZIP -> {
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(block))) {
              yield gzip.readNBytes(length + 1);
            }
          }
          case ZSTD -> zstd(block, length);
        };
    if (bytes.length != length) {
      throw new IOException(
          "a compressed block holds " + bytes.length + " bytes; expected " + length);
    }
    return bytes;
  }

  private static byte[] zstd(byte[] block, int length) throws IOException {
    byte[] bytes = new byte[length];
    try {
      int size = Math.toIntExact(Zstd.decompress(bytes, block));
      return size == length ? bytes : Arrays.copyOf(bytes, size);
    } catch (ZstdException e) {
      throw new IOException("a zstd frame is damaged: " + e.getMessage(), e);
    }
  }
}
