package simile.jsonl;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class BlockOutputTest {

  @Test
  void whatIsWrittenComesBackAlsoFromAppendedFiles() throws IOException {
    byte[] content = new byte[3 * BlockCompressor.BLOCK_BYTES + 17];
    new Random(1).nextBytes(content);
    for (Compression compression : Compression.values()) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.write(written(compression, content, 0, 5));
      file.write(written(compression, content, 5, 0));
      file.write(written(compression, content, 5, content.length - 5));
      assertThat(compression.name(), read(compression, file.toByteArray()), equalTo(content));
    }
  }

  @Test
  void nothingIsACompressedFileToo() throws IOException {
    for (Compression compression : Compression.values()) {
      byte[] file = written(compression, new byte[0], 0, 0);
      assertThat(read(compression, file).length, is(0));
      assertThat(file.length == 0, is(compression == Compression.NONE));
    }
  }

  private static byte[] written(Compression compression, byte[] bytes, int start, int length)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    BlockOutput out = new BlockOutput(file, compression);
    out.write(bytes, start, length);
    out.finish();
    return file.toByteArray();
  }

  private static byte[] read(Compression compression, byte[] file) throws IOException {
    InputStream in = new ByteArrayInputStream(file);
    return switch (compression) {
      case NONE -> in.readAllBytes();
      case GZIP -> new GZIPInputStream(in).readAllBytes();
      case ZSTD -> new ZstdInputStreamNoFinalizer(in).readAllBytes();
    };
  }
}
