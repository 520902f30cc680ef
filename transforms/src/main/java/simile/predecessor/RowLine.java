package simile.predecessor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simile.json.Utf8Json;

/**
 * A row of a table as a line of JSON. What cannot be a value of its kind is kept as the text that
 * it is, so that the contract sees it and rejects the record with it.
 */
final class RowLine {
  private static final JsonFactory JSON = Utf8Json.writers();
  private static final Set<String> AS_JSON =
      Set.of(
          "concept_mappings",
          "frame_mappings",
          "tags",
          "metadata",
          "elements",
          "lexical_units",
          "frame_roles",
          "cluster_memberships");
  private static final Set<String> AS_TIME = Set.of("created_at", "updated_at");

  private RowLine() {}

  static byte[] of(List<String> columns, Object[] values) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      for (int i = 0; i < values.length; i++) {
        if (values[i] != null && !columns.get(i).equals(Tables.DELETED)) {
          json.writeFieldName(columns.get(i));
          write(json, columns.get(i), values[i]);
        }
      }
      json.writeEndObject();
    }
    line.write('\n');
    return line.toByteArray();
  }

  private static void write(JsonGenerator json, String column, Object value) throws IOException {
    if (value instanceof byte[] blob) {
      json.writeBinary(blob);
    } else if (value instanceof Number number) {
      json.writeRawValue(number.toString()); // NaN is no JSON, and is rejected as such
    } else {
      write(json, column, value.toString());
    }
  }

  private static void write(JsonGenerator json, String column, String text) throws IOException {
    Optional<String> value = Optional.empty();
    if (AS_JSON.contains(column)) {
      value = json(text);
    } else if (AS_TIME.contains(column)) {
      value =
          PredecessorTime.parse(text)
              .map(time -> "\"" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time) + "\"");
    }
    if (value.isPresent()) {
      json.writeRawValue(value.get());
    } else {
      json.writeString(text);
    }
  }

  /** The value that a text is, without the line feeds that a line cannot have. */
  private static Optional<String> json(String text) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonParser parser = JSON.createParser(text);
        JsonGenerator json = JSON.createGenerator(out)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      copy(parser, json);
      if (parser.nextToken() != null) {
        return Optional.empty();
      }
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    return Optional.of(out.toString());
  }

  /** Numbers keep their digits. */
  private static void copy(JsonParser parser, JsonGenerator json) throws IOException {
    int depth = 0;
    do {
      JsonToken token = parser.currentToken();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token.isNumeric()) {
        json.writeNumber(parser.getText());
      } else {
        json.copyCurrentEvent(parser);
      }
    } while (depth > 0 && parser.nextToken() != null);
  }
}
