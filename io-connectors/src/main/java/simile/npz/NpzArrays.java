package simile.npz;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The two arrays of an NPZ of any length, whose content can be produced again and again.
 *
 * @param count pairs
 * @param dimension of each vector
 * @param width code points of the longest id, at least 1
 */
record NpzArrays(long count, int dimension, int width) {
  private static final int BUFFER_BYTES = 1 << 16;

  /** Takes ids, as UTF-8, in order. */
  interface IdSink {
    void id(byte[] utf8) throws IOException;
  }

  /** Produces all ids. */
  interface Ids {
    void writeTo(IdSink sink) throws IOException;
  }

  /** Writes the file; does not close the output. */
  void writeTo(OutputStream out, Ids ids, StoredZip.Content vectors) throws IOException {
    StoredZip zip = new StoredZip(out);
    byte[] idsHeader = new NpyHeader("<U" + width, false, List.of(count)).encode();
    zip.add(
        NpzEncoder.IDS,
        target -> {
          target.write(idsHeader);
          Utf32 encoder = new Utf32(target, width);
          ids.writeTo(encoder::id);
          encoder.drain();
        });
    byte[] vectorsHeader = new NpyHeader("<f4", false, List.of(count, (long) dimension)).encode();
    zip.add(
        NpzEncoder.EMBEDDINGS,
        target -> {
          target.write(vectorsHeader);
          vectors.writeTo(target);
        });
    zip.finish();
  }

  /** Ids as code points of four bytes, each id padded with zeros. */
  private static final class Utf32 {
    private final OutputStream out;
    private final int width;
    private final ByteBuffer buffer =
        ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

    Utf32(OutputStream out, int width) {
      this.out = out;
      this.width = width;
    }

    void id(byte[] utf8) throws IOException {
      int written = 0;
      for (int at = 0; at < utf8.length; at += Utf8.length(utf8[at])) {
        put(Utf8.codePoint(utf8, at));
        written++;
      }
      for (; written < width; written++) {
        put(0);
      }
    }

    void drain() throws IOException {
      out.write(buffer.array(), 0, buffer.position());
      buffer.clear();
    }

    private void put(int codePoint) throws IOException {
      if (!buffer.hasRemaining()) {
        drain();
      }
      buffer.putInt(codePoint);
    }
  }
}
