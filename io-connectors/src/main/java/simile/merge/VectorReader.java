package simile.merge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import simile.files.StoreFiles;
import simile.npz.SegmentVectors;
import simile.segment.DataFile;
import simile.segment.FileKind;

/**
 * Puts vectors back into records. A vector has no checksum of its own, and an NPZ may be swapped
 * for another that is as sound; so the first use of each file compares its SHA-256 with the log's.
 */
public final class VectorReader implements Closeable {
  private final SoundFiles sound;
  private final Map<SegmentSource, SegmentVectors> opened = new HashMap<>();

  public VectorReader(StoreFiles files) {
    this(new SoundFiles(files));
  }

  /**
   * @param sound which files were compared before
   */
  public VectorReader(SoundFiles sound) {
    this.sound = sound;
  }

  /** The record with its vector, see {@link #putBack(float[], byte[])}. */
  public byte[] putBack(Entry row, byte[] json) throws IOException {
    return putBack(read(row.source(), row.vector()), json);
  }

  /**
   * The record with a member {@code "embedding"} before its closing brace: float32 values in their
   * shortest decimal form.
   */
  public static byte[] putBack(float[] vector, byte[] json) {
    int brace = json.length - 1;
    while (json[brace] != '}') {
      brace--;
    }
    int last = brace - 1;
    while (json[last] == ' ' || json[last] == '\t' || json[last] == '\r' || json[last] == '\n') {
      last--;
    }
    byte[] member = member(vector, json[last] != '{').getBytes(ISO_8859_1);
    byte[] whole = Arrays.copyOf(json, json.length + member.length);
    System.arraycopy(member, 0, whole, brace, member.length);
    System.arraycopy(json, brace, whole, brace + member.length, json.length - brace);
    return whole;
  }

  private static String member(float[] vector, boolean follows) {
    StringBuilder text = new StringBuilder(32 + 12 * vector.length);
    text.append(follows ? ",\"embedding\":[" : "\"embedding\":[");
    for (int i = 0; i < vector.length; i++) {
      text.append(i == 0 ? "" : ",").append(vector[i]);
    }
    return text.append(']').toString();
  }

  /**
   * The vector of a segment that has an index, {@code float32[dimension]}.
   *
   * @throws IOException if the segment's NPZ is not the one that the log names
   */
  public float[] read(SegmentSource source, long index) throws IOException {
    return vectors(source).read(index);
  }

  private SegmentVectors vectors(SegmentSource source) throws IOException {
    SegmentVectors known = opened.get(source);
    if (known != null) {
      return known;
    }
    DataFile file =
        source
            .segment()
            .file(FileKind.NPZ)
            .orElseThrow(
                () -> new IOException("segment " + source.segment().name() + " has no NPZ"));
    SegmentVectors vectors = sound.vectors(file);
    opened.put(source, vectors);
    return vectors;
  }

  @Override
  public void close() throws IOException {
    for (SegmentVectors vectors : opened.values()) {
      vectors.close();
    }
  }
}
