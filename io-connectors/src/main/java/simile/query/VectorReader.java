package simile.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import simile.files.StoreFiles;
import simile.npz.SegmentVectors;
import simile.segment.FileKind;

/** Puts vectors back into records. */
final class VectorReader implements Closeable {
  private final StoreFiles files;
  private final Map<SegmentSource, SegmentVectors> opened = new HashMap<>();

  VectorReader(StoreFiles files) {
    this.files = files;
  }

  /**
   * The record with a member {@code "embedding"} before its closing brace: float32 values in their
   * shortest decimal form.
   */
  byte[] putBack(LiveRow row, byte[] json) throws IOException {
    float[] vector = vectors(row.source()).read(row.vector());
    String member = "\"embedding\":" + Arrays.toString(vector).replace(" ", "");
    int brace = json.length - 1;
    while (json[brace] != '}') {
      brace--;
    }
    String head = new String(json, 0, brace, UTF_8);
    String comma = head.stripTrailing().endsWith("{") ? "" : ",";
    return (head + comma + member + new String(json, brace, json.length - brace, UTF_8))
        .getBytes(UTF_8);
  }

  private SegmentVectors vectors(SegmentSource source) throws IOException {
    SegmentVectors known = opened.get(source);
    if (known != null) {
      return known;
    }
    String path =
        source
            .segment()
            .file(FileKind.NPZ)
            .orElseThrow(
                () -> new IOException("segment " + source.segment().name() + " has no NPZ"))
            .path();
    SegmentVectors vectors = SegmentVectors.open(files, path);
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
