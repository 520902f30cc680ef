package simile.parquet.write;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.Closeable;
import java.util.zip.Deflater;
import simile.parquet.ParquetCompression;
import simile.parquet.format.Codec;
import simile.parquet.format.GrowingBytes;

/** Compresses pages. */
abstract class Compressor implements Closeable {
  private final Codec codec;

  private Compressor(Codec codec) {
    this.codec = codec;
  }

  static Compressor of(ParquetCompression compression) {
    return switch (compression) {
      case NONE -> new None();
      case GZIP -> new Gzip();
      case ZSTD -> new Zstandard();
    };
  }

  final Codec codec() {
    return codec;
  }

  /** Appends {@code bytes[0, length)}, compressed. */
  abstract void compress(byte[] bytes, int length, GrowingBytes out);

  @Override
  public void close() {}

  private static final class None extends Compressor {
    None() {
      super(Codec.UNCOMPRESSED);
    }

    @Override
    void compress(byte[] bytes, int length, GrowingBytes out) {
      out.put(bytes, 0, length);
    }
  }

  private static final class Zstandard extends Compressor {
    private static final int LEVEL = 1;

    private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL);

    Zstandard() {
      super(Codec.ZSTD);
    }

    @Override
    void compress(byte[] bytes, int length, GrowingBytes out) {
      int bound = (int) Zstd.compressBound(length);
      out.reserve(bound);
      int size = out.size();
      out.truncate(size + zstd.compressByteArray(out.array(), size, bound, bytes, 0, length));
    }

    @Override
    public void close() {
      zstd.close();
    }
  }

  private static final class Gzip extends Compressor {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0};

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final Checksums checksums = new Checksums();
    private final byte[] piece = new byte[1 << 16];

    Gzip() {
      super(Codec.GZIP);
    }

    @Override
    void compress(byte[] bytes, int length, GrowingBytes out) {
      out.put(HEADER);
      deflater.reset();
      deflater.setInput(bytes, 0, length);
      deflater.finish();
      while (!deflater.finished()) {
        out.put(piece, 0, deflater.deflate(piece));
      }
      out.putInt(checksums.crc32(bytes, 0, length));
      out.putInt(length);
    }

    @Override
    public void close() {
      deflater.end();
    }
  }
}
