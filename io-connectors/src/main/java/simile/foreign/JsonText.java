package simile.foreign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import simile.json.Utf8Json;

/** Texts that claim to be JSON. */
final class JsonText {
  private static final JsonFactory JSON = Utf8Json.writers();

  /** The text, if it is one JSON value; without its line feeds, which a line cannot have. */
  Optional<String> oneLine(String text) throws IOException {
    try {
      try (JsonParser parser = JSON.createParser(text)) {
        if (parser.nextToken() == null) {
          return Optional.empty();
        }
        parser.skipChildren();
        if (parser.nextToken() != null) {
          return Optional.empty();
        }
      }
      return Optional.of(text.indexOf('\n') < 0 && text.indexOf('\r') < 0 ? text : compact(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** What is between the braces, if the text is one JSON object. */
  Optional<String> membersOf(String text) throws IOException {
    return oneLine(text)
        .map(String::strip)
        .filter(object -> object.startsWith("{"))
        .map(object -> object.substring(1, object.length() - 1));
  }

  private static String compact(String text) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonParser parser = JSON.createParser(text);
        JsonGenerator json = JSON.createGenerator(out)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken().isNumeric()) {
          json.writeNumber(parser.getText());
        } else if (parser.currentToken() != JsonToken.NOT_AVAILABLE) {
          json.copyCurrentEvent(parser);
        }
      }
    }
    return out.toString();
  }
}
