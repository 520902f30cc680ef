package simile.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simile.connectors.OutputFiles;
import simile.files.StorePaths;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;
import simile.jsonl.Compression;
import simile.log.ContractRef;
import simile.query.CriteriaJson;

/** A manifest as JSON. */
public final class ExportManifestJson {
  private static final String KIND = "simile-export";
  private static final long VERSION = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ExportManifestJson() {}

  public static byte[] toBytes(ExportManifest manifest) {
    ObjectNode object = JSON.createObjectNode();
    object.put("kind", KIND).put("format_version", VERSION);
    object.put("run_id", manifest.runId()).put("arguments_sha256", manifest.argumentsSha256());
    object.put("context", manifest.context()).put("collection", manifest.collection());
    object.put("version", manifest.version());
    object.put("committed_at", manifest.committedAt().toString());
    object
        .putObject("contract")
        .put("id", manifest.contract().id())
        .put("version", manifest.contract().version())
        .put("sha256", manifest.contract().sha256())
        .put("path", manifest.contract().path());
    object.set("criteria", tree(CriteriaJson.write(manifest.criteria()).getBytes(UTF_8)));
    put(object, manifest.shape());
    object.put("rows", manifest.rows()).put("bytes", manifest.bytes());
    ArrayNode files = object.putArray("files");
    manifest.files().forEach(file -> put(files.addObject(), file));
    try {
      return JSON.writeValueAsBytes(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a manifest is plain values", e);
    }
  }

  private static void put(ObjectNode object, ExportShape shape) {
    object.put("format", shape.format().key());
    object.put("compression", shape.compression().name().toLowerCase(Locale.ROOT));
    object.put("embeddings", shape.readsVectors());
    object.put("partition_by", shape.partitionBy());
  }

  private static void put(ObjectNode object, ExportedFile file) {
    object.put("path", file.path()).put("rows", file.rows()).put("bytes", file.bytes());
    object.put("sha256", file.sha256()).put("min_id", file.minId()).put("max_id", file.maxId());
  }

  /** The manifest at a place; empty if there is none, or something else of that name. */
  static Optional<ExportManifest> find(OutputFiles files, String path) throws IOException {
    if (!files.exists(path)) {
      return Optional.empty();
    }
    try (InputStream in = files.read(path)) {
      return Optional.of(fromBytes(in.readAllBytes(), files.root() + "/" + path));
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a manifest.
   *
   * @param where what errors call it
   * @throws MalformedJsonException if it is none, or one of a newer format
   */
  public static ExportManifest fromBytes(byte[] json, String where) throws MalformedJsonException {
    JsonFields fields = JsonFields.parse(json, where);
    if (!fields.text("kind").equals(KIND) || fields.integer("format_version") != VERSION) {
      throw fields.malformed("no export of format " + VERSION);
    }
    JsonFields contract = fields.object("contract");
    try {
      return new ExportManifest(
          fields.text("run_id"),
          fields.text("arguments_sha256"),
          fields.text("context"),
          fields.text("collection"),
          fields.integer("version"),
          fields.instant("committed_at"),
          new ContractRef(
              contract.text("id"),
              contract.text("version"),
              contract.text("sha256"),
              contract.text("path")),
          CriteriaJson.read(tree(json).path("criteria").toString()),
          shape(fields),
          files(fields));
    } catch (IllegalArgumentException e) {
      throw fields.malformed(String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
    }
  }

  private static ExportShape shape(JsonFields fields) throws MalformedJsonException {
    return new ExportShape(
        ExportFormat.valueOf(fields.text("format").toUpperCase(Locale.ROOT)),
        Compression.of(fields.text("compression")),
        fields.bool("embeddings", false),
        fields.text("partition_by"));
  }

  private static List<ExportedFile> files(JsonFields fields) throws MalformedJsonException {
    List<ExportedFile> files = new ArrayList<>();
    for (JsonFields file : fields.objects("files")) {
      if (!StorePaths.isInside(file.text("path"))) {
        throw file.malformed("path '" + file.text("path") + "' leads out of the export");
      }
      files.add(
          new ExportedFile(
              file.text("path"),
              file.integer("rows"),
              file.integer("bytes"),
              file.text("sha256"),
              file.text("min_id"),
              file.text("max_id")));
    }
    return files;
  }
}
