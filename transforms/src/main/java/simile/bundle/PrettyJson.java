package simile.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** JSON as people read it, with the same bytes on every system. */
public final class PrettyJson {
  private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

  private PrettyJson() {}

  /** A document in UTF-8 that ends with a line feed. */
  public static byte[] bytes(JsonNode document) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(TWO_SPACES);
    printer.indentArraysWith(TWO_SPACES);
    try {
      return (new ObjectMapper().writer(printer).writeValueAsString(document) + "\n")
          .getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
  }
}
