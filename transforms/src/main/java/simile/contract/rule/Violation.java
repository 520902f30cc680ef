package simile.contract.rule;

/**
 * One rule that one record broke. The caller knows the file, the line and the offset.
 *
 * @param rule the rule's id: one of {@link RuleIds}, or a name that the contract gives
 * @param severity whether the record is rejected for it
 * @param pointer the field as a JSON pointer; empty for the whole record
 * @param expected what the rule wants
 * @param actual what was there, cut to {@value #MAX_ACTUAL} characters; may be empty
 * @param hint what to do about it; may be empty
 */
public record Violation(
    String rule, Severity severity, String pointer, String expected, String actual, String hint) {

  /** The longest {@link #actual}, in UTF-16 units, with the mark that says it was cut. */
  public static final int MAX_ACTUAL = 200;

  public Violation {
    if (actual.length() > MAX_ACTUAL) {
      int end = MAX_ACTUAL - 1;
      actual =
          actual.substring(0, Character.isHighSurrogate(actual.charAt(end - 1)) ? end - 1 : end)
              + "…";
    }
  }
}
