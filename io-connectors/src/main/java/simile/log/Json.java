package simile.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

/** Writing JSON by hand: what the codecs of this package share. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes something that may fail as any output does. */
  interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  /** Writes one item of a list. */
  interface ItemWriter<T> {
    void write(JsonGenerator json, T item) throws IOException;
  }

  /** One object, in UTF-8, without white space. */
  static byte[] object(Writer fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 12);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  static <T> void array(JsonGenerator json, String name, Iterable<T> items, ItemWriter<T> writer)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T item : items) {
      writer.write(json, item);
    }
    json.writeEndArray();
  }

  static void texts(JsonGenerator json, String name, Collection<String> items) throws IOException {
    array(json, name, items, JsonGenerator::writeString);
  }

  static void object(JsonGenerator json, String name, Writer fields) throws IOException {
    json.writeObjectFieldStart(name);
    fields.write(json);
    json.writeEndObject();
  }

  static void integers(JsonGenerator json, String name, Map<String, Long> fields)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, Long> field : fields.entrySet()) {
      json.writeNumberField(field.getKey(), field.getValue());
    }
    json.writeEndObject();
  }

  static void textMap(JsonGenerator json, String name, Map<String, String> fields)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> field : fields.entrySet()) {
      json.writeStringField(field.getKey(), field.getValue());
    }
    json.writeEndObject();
  }

  /** Leaves an empty text out. */
  static void optional(JsonGenerator json, String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }
}
