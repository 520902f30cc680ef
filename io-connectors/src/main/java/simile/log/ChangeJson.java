package simile.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import simile.files.StorePaths;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/** {@link Change} and what is only in it, as JSON. */
final class ChangeJson {
  private ChangeJson() {}

  static void write(JsonGenerator json, Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("context", change.context());
    json.writeStringField("collection", change.collection());
    json.writeFieldName("contract");
    writeContract(json, change.contract());
    json.writeFieldName("schema");
    SchemaJson.write(json, change.schema());
    Json.array(json, "adds", change.adds(), SegmentJson::write);
    if (!change.restores().isEmpty()) {
      Json.array(json, "restores", change.restores(), LiveSegmentJson::write);
    }
    Json.texts(json, "removes", change.removes());
    Json.array(json, "files", change.files(), DataFileJson::write);
    json.writeEndObject();
  }

  static Change read(JsonFields json) throws MalformedJsonException {
    List<Segment> adds = new ArrayList<>();
    for (JsonFields add : json.objects("adds")) {
      adds.add(SegmentJson.read(add));
    }
    List<LiveSegment> restores = new ArrayList<>();
    for (JsonFields restored : json.objects("restores")) {
      restores.add(LiveSegmentJson.read(restored));
    }
    return new Change(
        json.text("context"),
        json.text("collection"),
        readContract(json.object("contract")),
        SchemaJson.read(json.object("schema")),
        adds,
        restores,
        json.texts("removes"),
        SegmentJson.files(json, "files"));
  }

  static void writeContract(JsonGenerator json, ContractRef contract) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", contract.id());
    json.writeStringField("version", contract.version());
    json.writeStringField("sha256", contract.sha256());
    json.writeStringField("path", contract.path());
    json.writeEndObject();
  }

  static ContractRef readContract(JsonFields json) throws MalformedJsonException {
    String path = json.text("path");
    if (!path.isEmpty() && !StorePaths.isInside(path)) {
      throw json.malformed("the path '" + path + "' is not inside the store");
    }
    return new ContractRef(json.text("id"), json.text("version"), json.text("sha256"), path);
  }
}
