package simile.jsonl;

/**
 * Why a line that was made of something else is to be rejected.
 *
 * @param rule the rule that was broken
 * @param field the field, as a JSON pointer; empty for the whole record
 * @param expected what was expected
 * @param actual what is there
 * @param hint what to do
 */
public record LineFault(String rule, String field, String expected, String actual, String hint) {
  /** A vector came for an id that has no record. */
  public static final String NO_RECORD = "import.no-record";

  /** A value that JSON cannot have, or a text that should be JSON and is not. */
  public static final String VALUE = "import.value";
}
