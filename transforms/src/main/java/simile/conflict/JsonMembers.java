package simile.conflict;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The members of a record as the bytes that they are, in their order. A {@code null} is a lack, so
 * it is not among them; of a name that is there twice the last counts.
 */
final class JsonMembers {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonMembers() {}

  static Map<String, byte[]> of(byte[] record) throws IOException {
    Map<String, byte[]> members = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(record)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken token = json.nextToken();
        int start = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        json.finishToken();
        int end = (int) json.currentLocation().getByteOffset();
        if (token != JsonToken.VALUE_NULL) {
          members.put(name, trimmed(record, start, end));
        }
      }
    }
    return members;
  }

  /** Behind a number the parser has read the byte that ends it. */
  private static byte[] trimmed(byte[] record, int start, int end) {
    int last = end;
    while (record[last - 1] >= 0 && record[last - 1] <= ' ') {
      last--;
    }
    return Arrays.copyOfRange(record, start, last);
  }
}
