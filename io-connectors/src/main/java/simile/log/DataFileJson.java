package simile.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import simile.files.StorePaths;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;
import simile.segment.DataFile;
import simile.segment.FileKind;

/** {@link DataFile} as JSON; see the package for its fields. */
public final class DataFileJson {
  private DataFileJson() {}

  public static void write(JsonGenerator json, DataFile file) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", file.kind().key());
    json.writeStringField("path", file.path());
    json.writeNumberField("rows", file.rows());
    json.writeNumberField("bytes", file.bytes());
    json.writeStringField("sha256", file.sha256());
    Json.optional(json, "id_digest", file.idDigest());
    Json.optional(json, "partition", file.partition());
    json.writeEndObject();
  }

  /**
   * @throws MalformedJsonException if a field is missing or wrong, or the path leaves the store
   */
  public static DataFile read(JsonFields json) throws MalformedJsonException {
    String path = json.text("path");
    if (!StorePaths.isInside(path)) {
      throw json.malformed("the path '" + path + "' is not inside the store");
    }
    return new DataFile(
        kind(json),
        path,
        json.integer("rows"),
        json.integer("bytes"),
        json.text("sha256"),
        json.text("id_digest", ""),
        json.text("partition", ""));
  }

  private static FileKind kind(JsonFields json) throws MalformedJsonException {
    try {
      return FileKind.of(json.text("kind"));
    } catch (IllegalArgumentException e) {
      throw json.malformed("no kind of file is called '" + json.text("kind") + "'");
    }
  }
}
