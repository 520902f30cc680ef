package simile.input;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How an input file is compressed, by the end of its name. */
public enum Codec {
  PLAIN(""),
  GZIP(".gz"),
  ZSTD(".zst"),
  BZIP2(".bz2");

  private static final int BUFFER_BYTES = 1 << 16;

  private final String suffix;

  Codec(String suffix) {
    this.suffix = suffix;
  }

  public static Codec ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Codec codec : new Codec[] {GZIP, ZSTD, BZIP2}) {
      if (lower.endsWith(codec.suffix)) {
        return codec;
      }
    }
    return PLAIN;
  }

  /** The name without the codec's suffix. */
  public String strip(String name) {
    return name.substring(0, name.length() - suffix.length());
  }

  /** Decompresses; a file of several members, frames or streams is read to its end. */
  public InputStream decompress(InputStream in) throws IOException {
    return switch (this) {
      case PLAIN -> in;
      // Not the JDK's: that one ends, without an error, at a damaged member, and at any member
      // where
      // the stream cannot tell how much is available.
      case GZIP ->
          GzipCompressorInputStream.builder()
              .setInputStream(new BufferedInputStream(in, BUFFER_BYTES))
              .setDecompressConcatenated(true)
              .get();
      case ZSTD -> new ZstdInputStream(in);
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
    };
  }
}
