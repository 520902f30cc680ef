package simile.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What {@code validate} asks of the contracts. */
interface ValidateView {

  /**
   * What to check.
   *
   * @param contract a contract file, or the name of a built-in contract
   */
  record Request(List<String> files, String contract, long maxLineBytes) {}

  /** What came of it; {@code byRule}: how often each rule was broken, warnings included. */
  record Result(long read, long blank, long accepted, long rejected, Map<String, Long> byRule) {}

  /**
   * Checks files without a store.
   *
   * @param violations gets each violation as an object with file, line, rule, severity, pointer,
   *     expected, actual, hint
   */
  Result run(Request request, Consumer<JsonNode> violations) throws IOException;
}
