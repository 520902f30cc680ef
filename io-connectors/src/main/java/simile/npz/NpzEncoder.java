package simile.npz;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import simile.files.Sha256;

/** Writes a {@link VectorSource} as NPZ, in memory bounded by one buffer. */
final class NpzEncoder {
  static final String IDS = "ids.npy";
  static final String EMBEDDINGS = "embeddings.npy";
  private static final int BUFFER_BYTES = 1 << 16;

  /** SHA-256 of the arrays' data, without their headers. */
  record Digests(String ids, String embeddings) {}

  private final VectorSource source;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  NpzEncoder(VectorSource source) {
    this.source = source;
  }

  Digests writeTo(OutputStream out) throws IOException {
    int width = width();
    byte[] idsHeader = new NpyHeader("<U" + width, false, List.of((long) source.count())).encode();
    byte[] embeddingsHeader =
        new NpyHeader("<f4", false, List.of((long) source.count(), (long) source.dimension()))
            .encode();
    MessageDigest ids = Sha256.digest();
    MessageDigest embeddings = Sha256.digest();
    StoredZip zip = new StoredZip(out);
    zip.add(
        IDS,
        target -> {
          target.write(idsHeader);
          writeIds(new Tee(target, ids, target == out), width);
        });
    zip.add(
        EMBEDDINGS,
        target -> {
          target.write(embeddingsHeader);
          writeEmbeddings(new Tee(target, embeddings, target == out));
        });
    zip.finish();
    return new Digests(hex(ids), hex(embeddings));
  }

  /** Code points of the longest id. */
  private int width() {
    int width = 1;
    for (int i = 0; i < source.count(); i++) {
      byte[] utf8 = source.idBytes(i);
      int codePoints = 0;
      for (int at = source.idStart(i); at < source.idEnd(i); at++) {
        codePoints += (utf8[at] & 0xc0) == 0x80 ? 0 : 1;
      }
      width = Math.max(width, codePoints);
    }
    return width;
  }

  private void writeIds(Tee out, int width) throws IOException {
    for (int i = 0; i < source.count(); i++) {
      byte[] utf8 = source.idBytes(i);
      int end = source.idEnd(i);
      int written = 0;
      for (int at = source.idStart(i); at < end; at += Utf8.length(utf8[at])) {
        putInt(out, Utf8.codePoint(utf8, at));
        written++;
      }
      for (; written < width; written++) {
        putInt(out, 0);
      }
    }
    drain(out);
  }

  private void putInt(Tee out, int value) throws IOException {
    if (buffer.remaining() < Integer.BYTES) {
      drain(out);
    }
    buffer.putInt(value);
  }

  private void writeEmbeddings(Tee out) throws IOException {
    int dimension = source.dimension();
    for (int i = 0; i < source.count(); i++) {
      float[] values = source.vectorValues(i);
      int at = source.vectorStart(i);
      int end = at + dimension;
      while (at < end) {
        if (buffer.remaining() < Float.BYTES) {
          drain(out);
        }
        int run = Math.min(end - at, buffer.remaining() / Float.BYTES);
        buffer.asFloatBuffer().put(values, at, run);
        buffer.position(buffer.position() + run * Float.BYTES);
        at += run;
      }
    }
    drain(out);
  }

  private void drain(Tee out) throws IOException {
    out.write(buffer.array(), buffer.position());
    buffer.clear();
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Hashes what goes into the file, but not what is only measured. */
  private record Tee(OutputStream out, MessageDigest digest, boolean isFile) {
    void write(byte[] bytes, int length) throws IOException {
      if (isFile) {
        digest.update(bytes, 0, length);
      }
      out.write(bytes, 0, length);
    }
  }
}
