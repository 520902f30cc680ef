package simile.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;
import simile.segment.LiveSegment;

/** {@link LiveSegment} as JSON: a segment's fields and its commit. */
final class LiveSegmentJson {
  private LiveSegmentJson() {}

  static void write(JsonGenerator json, LiveSegment live) throws IOException {
    json.writeStartObject();
    json.writeNumberField("commit", live.commit());
    SegmentJson.writeFields(json, live.segment());
    json.writeEndObject();
  }

  /** The segment's files are read when they are asked for. */
  static LiveSegment readLater(JsonFields json) throws MalformedJsonException {
    return new LiveSegment(SegmentJson.readLater(json), json.integer("commit"));
  }

  static LiveSegment read(JsonFields json) throws MalformedJsonException {
    return new LiveSegment(SegmentJson.read(json), json.integer("commit"));
  }
}
