package simile.contract.yaml;

/**
 * One thing that is wrong with a file.
 *
 * @param line from 1
 * @param column from 1
 * @param expected may be empty
 * @param hint may be empty
 */
public record Problem(
    String file, int line, int column, String what, String expected, String hint) {

  @Override
  public String toString() {
    return file
        + ":"
        + line
        + ":"
        + column
        + ": "
        + what
        + (expected.isEmpty() ? "" : "; expected " + expected)
        + (hint.isEmpty() ? "" : "; " + hint);
  }
}
