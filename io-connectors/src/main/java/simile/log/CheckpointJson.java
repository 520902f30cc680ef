package simile.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;
import simile.json.walk.StoredTree;
import simile.segment.LiveSegment;

/** {@link Checkpoint} as bytes; see the package for its fields. */
final class CheckpointJson {
  private CheckpointJson() {}

  static byte[] toBytes(Checkpoint checkpoint) {
    return Sealed.seal(
        Json.object(
            json -> {
              Format.write(json, Features.of(checkpoint));
              json.writeNumberField("version", checkpoint.state().version());
              json.writeStringField("entry_sha256", checkpoint.entrySha256());
              Json.array(
                  json,
                  "collections",
                  checkpoint.state().collections().entrySet(),
                  CheckpointJson::writeCollection);
              RetentionJson.write(json, checkpoint.state().retention());
              writeMarks(json, "tokens", checkpoint.tokens());
              writeMarks(json, "runs", checkpoint.runs());
            }));
  }

  /**
   * @throws CorruptLogException if the bytes are not those that were written
   */
  static Checkpoint fromBytes(byte[] bytes, String name) throws IOException {
    Sealed.verify(bytes, name);
    try {
      JsonFields json = StoredTree.read(bytes, name, Set.of(SegmentJson.FILES));
      Format.require(json, name);
      SortedMap<CollectionKey, CollectionState> collections = new TreeMap<>();
      for (JsonFields collection : json.objects("collections")) {
        collections.put(
            new CollectionKey(collection.text("context"), collection.text("collection")),
            readCollection(collection));
      }
      return new Checkpoint(
          json.text("entry_sha256"),
          new State(json.integer("version"), collections, retention(json)),
          readMarks(json, "tokens"),
          readMarks(json, "runs"));
    } catch (MalformedJsonException e) {
      throw new CorruptLogException(e.getMessage(), e);
    }
  }

  private static Retention retention(JsonFields json) throws MalformedJsonException {
    return json.has("retention") ? RetentionJson.read(json) : Retention.ALL;
  }

  private static void writeCollection(
      JsonGenerator json, Map.Entry<CollectionKey, CollectionState> entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("context", entry.getKey().context());
    json.writeStringField("collection", entry.getKey().collection());
    json.writeFieldName("contract");
    ChangeJson.writeContract(json, entry.getValue().contract());
    json.writeFieldName("schema");
    SchemaJson.write(json, entry.getValue().schema());
    Json.array(json, "segments", entry.getValue().segments(), LiveSegmentJson::write);
    json.writeEndObject();
  }

  private static CollectionState readCollection(JsonFields json) throws MalformedJsonException {
    List<LiveSegment> segments = new ArrayList<>();
    for (JsonFields segment : json.objects("segments")) {
      segments.add(LiveSegmentJson.readLater(segment));
    }
    return new CollectionState(
        ChangeJson.readContract(json.object("contract")),
        SchemaJson.read(json.object("schema")),
        segments);
  }

  private static void writeMarks(JsonGenerator json, String name, Map<String, LogMark> marks)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, LogMark> mark : marks.entrySet()) {
      json.writeObjectFieldStart(mark.getKey());
      json.writeNumberField("version", mark.getValue().version());
      json.writeStringField("operation", mark.getValue().operation().key());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static SortedMap<String, LogMark> readMarks(JsonFields json, String name)
      throws MalformedJsonException {
    SortedMap<String, LogMark> marks = new TreeMap<>();
    for (Map.Entry<String, JsonFields> field : json.objectMap(name).entrySet()) {
      JsonFields mark = field.getValue();
      Operation operation =
          Operation.of(mark.text("operation"))
              .orElseThrow(() -> mark.malformed("unknown operation"));
      marks.put(field.getKey(), new LogMark(mark.integer("version"), operation));
    }
    return marks;
  }
}
