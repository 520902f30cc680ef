package simile.ingest;

/**
 * A promise that a run must keep and did not: a violation of the store's own contract, not of a
 * record's.
 *
 * @param rule which promise, such as {@code store.file-size}
 * @param where the file or segment
 * @param expected what was promised
 * @param actual what was found
 */
public record Breach(String rule, String where, String expected, String actual) {

  @Override
  public String toString() {
    return rule + ": " + where + ": expected " + expected + ", found " + actual;
  }
}
