package simile.bundle.croissant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import simile.bundle.BundlePaths;
import simile.bundle.BundledCollection;
import simile.bundle.BundledFile;

/** The files of a bundle as {@code FileObject} and {@code FileSet}. */
final class FileNodes {
  /** What Croissant's own tools call JSON lines. */
  private static final String JSON_LINES = "application/jsonlines";

  /** "Unregistered or niche encoding can be indicated via the most appropriate URL." */
  private static final String NPZ =
      "https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html";

  private FileNodes() {}

  /** The id of the set of a collection's files. */
  static String setId(String collection) {
    return collection + "-files";
  }

  static void file(ObjectNode json, BundledFile file) {
    String path = file.path();
    json.put("@type", "cr:FileObject");
    json.put("@id", Iri.path(path));
    json.put("name", path);
    String description = description(path);
    if (!description.isEmpty()) {
      json.put("description", description);
    }
    json.put("contentUrl", Iri.path(path));
    json.put("contentSize", file.bytes() + " B");
    json.put("encodingFormat", encoding(path));
    json.put("sha256", file.sha256());
  }

  static void records(ObjectNode json, BundledCollection collection) {
    json.put("@type", "cr:FileSet");
    json.put("@id", setId(collection.name()));
    json.put("name", setId(collection.name()));
    json.put("description", "The records of " + collection.name() + ", one JSON object a line.");
    json.put("encodingFormat", JSON_LINES);
    json.put("includes", BundlePaths.dataFolder(collection.name()) + "*.jsonl");
  }

  private static String encoding(String path) {
    if (path.startsWith(BundlePaths.MODELS)) {
      return "application/octet-stream";
    }
    if (path.endsWith(".jsonl")) {
      return JSON_LINES;
    }
    return path.endsWith(".npz") ? NPZ : "application/yaml";
  }

  private static String description(String path) {
    if (path.startsWith("embeddings/")) {
      return "Arrays 'ids' (text) and 'embeddings' (float32, a row an id).";
    }
    if (path.startsWith("contracts/")) {
      return "The data contract, Open Data Contract Standard.";
    }
    return path.equals(BundlePaths.HISTORY) ? "Entries of the store's log, oldest first." : "";
  }
}
