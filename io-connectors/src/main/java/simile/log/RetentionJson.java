package simile.log;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.SortedMap;
import simile.json.JsonFields;
import simile.json.MalformedJsonException;

/** {@link Retention} as the field {@code retention}; see the package. */
final class RetentionJson {
  private RetentionJson() {}

  static void write(JsonGenerator json, Retention retention) throws IOException {
    json.writeObjectFieldStart("retention");
    json.writeNumberField("oldest", retention.oldest());
    Json.integers(json, "tags", retention.tags());
    json.writeEndObject();
  }

  static Retention read(JsonFields json) throws MalformedJsonException {
    JsonFields retention = json.object("retention");
    SortedMap<String, Long> tags = retention.integers("tags");
    return new Retention(retention.integer("oldest"), tags);
  }
}
