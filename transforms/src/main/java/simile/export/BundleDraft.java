package simile.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.bundle.Bundle;
import simile.bundle.BundleJson;
import simile.connectors.OutputFiles;
import simile.json.JsonFields;

/**
 * A bundle that is about to be published. It is written down before the first file moves, so that
 * an end that is repeated goes on where the first one stopped.
 *
 * @param bundle what it will be
 * @param made where each of its files was made, by its path in the bundle
 */
record BundleDraft(Bundle bundle, SortedMap<String, String> made) {
  private static final String INDEX = "/bundle.json";
  private static final String MADE = "/made.json";

  static BundleDraft of(Bundle bundle, List<BundlePiece> pieces) {
    SortedMap<String, String> made = new TreeMap<>();
    pieces.forEach(piece -> made.put(piece.file().path(), piece.made()));
    return new BundleDraft(bundle, made);
  }

  /**
   * @param folder of what the run has not published
   */
  static Optional<BundleDraft> read(OutputFiles files, String folder) throws IOException {
    if (!files.exists(folder + INDEX)) {
      return Optional.empty();
    }
    Bundle bundle = BundleJson.fromBytes(bytes(files, folder + INDEX), folder + INDEX);
    JsonFields fields = JsonFields.parse(bytes(files, folder + MADE), folder + MADE);
    return Optional.of(new BundleDraft(bundle, fields.textMap("made")));
  }

  /** The index comes last: a draft that has one is whole. */
  void write(OutputFiles files, String folder) throws IOException {
    try {
      files.replace(folder + MADE, new ObjectMapper().writeValueAsBytes(Map.of("made", made)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names are plain text", e);
    }
    files.replace(folder + INDEX, BundleJson.toBytes(bundle));
  }

  private static byte[] bytes(OutputFiles files, String path) throws IOException {
    try (InputStream in = files.read(path)) {
      return in.readAllBytes();
    }
  }
}
