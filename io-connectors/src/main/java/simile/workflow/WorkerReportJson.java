package simile.workflow;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;

/** Reads and writes what a worker tells, see {@code package-info}. */
final class WorkerReportJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private WorkerReportJson() {}

  static byte[] toBytes(WorkerReport report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeObjectFieldStart("units");
      for (Map.Entry<String, WorkDone> unit : report.units().entrySet()) {
        json.writeFieldName(unit.getKey());
        write(json, unit.getValue());
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, WorkDone done) throws IOException {
    json.writeStartObject();
    json.writeNumberField("bytes", done.bytes());
    json.writeNumberField("rows", done.rows());
    if (done.rejected() > 0) {
      json.writeNumberField("rejected", done.rejected());
      json.writeObjectFieldStart("rules");
      for (Map.Entry<String, Long> rule : done.rules().entrySet()) {
        json.writeNumberField(rule.getKey(), rule.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /**
   * @param name the file's path, for errors
   */
  static WorkerReport fromBytes(byte[] bytes, String name) throws MalformedJsonException {
    SortedMap<String, WorkDone> units = new TreeMap<>();
    for (Map.Entry<String, JsonFields> unit :
        JsonFields.parse(bytes, name).objectMap("units").entrySet()) {
      units.put(unit.getKey(), done(unit.getValue()));
    }
    return new WorkerReport(units);
  }

  private static WorkDone done(JsonFields json) throws MalformedJsonException {
    WorkDone done =
        new WorkDone(
            json.integer("bytes"),
            json.integer("rows"),
            json.integer("rejected", 0),
            json.has("rules") ? json.integers("rules") : Collections.emptySortedMap());
    if (done.bytes() < 0 || done.rows() < 0 || done.rejected() < 0) {
      throw json.malformed("expected counts, found some below 0");
    }
    return done;
  }
}
