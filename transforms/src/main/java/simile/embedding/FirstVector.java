package simile.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.OptionalInt;
import simile.jsonl.Slab;
import simile.record.Schema;

/**
 * The dimension of the first vector among lines. Looks at the bytes for the field's name and parses
 * only the lines that have it. Safe for use by several threads.
 */
public final class FirstVector {
  private static final BytePattern NAME = BytePattern.of('"' + Schema.EMBEDDING + '"');

  /** With which each letter of the name begins, if one is written as an escape. */
  private static final BytePattern ESCAPED = BytePattern.of("\\u006");

  private final JsonFactory json = new JsonFactory();

  /** The first vector's length, or empty if no record has one. */
  public OptionalInt dimension(Slab slab) {
    int lines = slab.lines();
    boolean escapes = lines > 0 && ESCAPED.isIn(slab.bytes(), slab.start(0), slab.end(lines - 1));
    for (int line = 0; line < lines; line++) {
      int start = slab.start(line);
      int end = slab.end(line);
      if (NAME.isIn(slab.bytes(), start, end)
          || (escapes && ESCAPED.isIn(slab.bytes(), start, end))) {
        OptionalInt dimension = dimension(slab.bytes(), start, end);
        if (dimension.isPresent()) {
          return dimension;
        }
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The length of the record's vector; empty if it has none, or is no good record: the check will
   * say so.
   */
  private OptionalInt dimension(byte[] bytes, int start, int end) {
    try (JsonParser parser = json.createParser(bytes, start, end - start)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean isVector = parser.currentName().equals(Schema.EMBEDDING);
        if (parser.nextToken() == JsonToken.START_ARRAY && isVector) {
          return count(parser);
        }
        parser.skipChildren();
      }
      return OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  private static OptionalInt count(JsonParser parser) throws IOException {
    int numbers = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isNumeric()) {
        return OptionalInt.empty();
      }
      numbers++;
    }
    return numbers == 0 ? OptionalInt.empty() : OptionalInt.of(numbers);
  }
}
