package simile.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;
import simile.segment.Bounds;
import simile.segment.DataFile;
import simile.segment.LaterFiles;
import simile.segment.Segment;

/** {@link Segment} as JSON; see the package for its fields. */
public final class SegmentJson {
  /** The field that is the longest by far. */
  static final String FILES = "files";

  private SegmentJson() {}

  public static void write(JsonGenerator json, Segment segment) throws IOException {
    json.writeStartObject();
    writeFields(json, segment);
    json.writeEndObject();
  }

  static void writeFields(JsonGenerator json, Segment segment) throws IOException {
    json.writeStringField("name", segment.name());
    json.writeNumberField("rows", segment.rows());
    json.writeNumberField("tombstones", segment.tombstones());
    json.writeStringField("min_id", segment.minId());
    json.writeStringField("max_id", segment.maxId());
    Json.array(json, FILES, segment.files(), DataFileJson::write);
    json.writeObjectFieldStart("bounds");
    for (Map.Entry<String, Bounds> bounds : segment.bounds().entrySet()) {
      json.writeObjectFieldStart(bounds.getKey());
      json.writeNumberField("min", bounds.getValue().min());
      json.writeNumberField("max", bounds.getValue().max());
      json.writeNumberField("absent", bounds.getValue().absent());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  public static Segment read(JsonFields json) throws MalformedJsonException {
    return read(json, files(json, FILES));
  }

  /** As {@link #read}, but files are read when they are asked for. */
  static Segment readLater(JsonFields json) throws MalformedJsonException {
    return read(json, new LaterFiles(() -> filesUnchecked(json)));
  }

  private static List<DataFile> filesUnchecked(JsonFields json) {
    try {
      return files(json, FILES);
    } catch (MalformedJsonException e) {
      throw new UncheckedIOException(new CorruptLogException(e.getMessage(), e));
    }
  }

  private static Segment read(JsonFields json, List<DataFile> files) throws MalformedJsonException {
    Map<String, Bounds> bounds = new TreeMap<>();
    for (Map.Entry<String, JsonFields> field : json.objectMap("bounds").entrySet()) {
      JsonFields value = field.getValue();
      bounds.put(
          field.getKey(),
          new Bounds(value.real("min"), value.real("max"), value.integer("absent")));
    }
    return new Segment(
        json.text("name"),
        json.integer("rows"),
        json.integer("tombstones"),
        json.text("min_id"),
        json.text("max_id"),
        files,
        bounds);
  }

  static List<DataFile> files(JsonFields json, String name) throws MalformedJsonException {
    List<DataFile> files = new ArrayList<>();
    for (JsonFields file : json.objects(name)) {
      files.add(DataFileJson.read(file));
    }
    return files;
  }
}
