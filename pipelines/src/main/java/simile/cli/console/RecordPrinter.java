package simile.cli.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Prints rows, which are JSON objects, to a command's standard output. It holds only what a format
 * needs to be right: a table a few hundred rows, the others nothing.
 */
public interface RecordPrinter extends Closeable {

  /** Prints a row that is at hand as the bytes of one JSON object without line breaks. */
  void print(byte[] json, int start, int length) throws IOException;

  /** Prints a row. */
  default void print(JsonNode row) throws IOException {
    byte[] json = Json.MAPPER.writeValueAsBytes(row);
    print(json, 0, json.length);
  }

  /** Prints what is left and flushes; the stream stays open. */
  @Override
  void close() throws IOException;

  /**
   * A printer of a format.
   *
   * @param columns what a table and CSV show, in order
   */
  static RecordPrinter of(OutputFormat format, Console console, List<Column> columns) {
    return switch (format) {
      case JSONL -> new JsonLinesPrinter(console.out());
      case JSON -> new JsonArrayPrinter(console.out());
      case CSV -> new CsvPrinter(console.out(), columns);
      case TABLE -> new TablePrinter(console.out(), console.terminal(), columns, true);
    };
  }

  /** As {@link #of}, for rows of which it is good to have none: such a table is empty. */
  static RecordPrinter ofFindings(OutputFormat format, Console console, List<Column> columns) {
    return format == OutputFormat.TABLE
        ? new TablePrinter(console.out(), console.terminal(), columns, false)
        : of(format, console, columns);
  }

  /** Reads a row back from its bytes. */
  static JsonNode parsed(byte[] json, int start, int length) throws IOException {
    try {
      return Json.MAPPER.readTree(json, start, length);
    } catch (JsonProcessingException e) {
      throw new IOException("a row is not JSON; " + e.getOriginalMessage(), e);
    }
  }

  /** Holds the mapper, which is made only when rows are not bytes already. */
  final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}
  }
}
