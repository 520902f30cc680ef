package simile.conflict;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import simile.record.Timestamps;

/** When a record was changed last: {@code updated_at}, else {@code created_at}. */
final class RecordTimes {
  static final String UPDATED = "updated_at";
  static final String CREATED = "created_at";

  private static final JsonFactory JSON = new JsonFactory();

  private RecordTimes() {}

  /** Of a record as it is stored; empty if it says neither, or not as ISO-8601 with an offset. */
  static Optional<Instant> of(byte[] record) throws IOException {
    Optional<Instant> updated = Optional.empty();
    Optional<Instant> created = Optional.empty();
    try (JsonParser json = JSON.createParser(record)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value == JsonToken.VALUE_STRING && name.equals(UPDATED)) {
          updated = parse(json.getText());
        } else if (value == JsonToken.VALUE_STRING && name.equals(CREATED)) {
          created = parse(json.getText());
        }
        json.skipChildren();
      }
    }
    return updated.isPresent() ? updated : created;
  }

  private static Optional<Instant> parse(String text) {
    long micros = Timestamps.parse(text);
    return micros == Timestamps.INVALID
        ? Optional.empty()
        : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }
}
