package simile.parquet.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import simile.json.JsonSpans;

/** Adds JSON strings, given with their quotes, to a column. */
final class Strings {
  private Strings() {}

  /**
   * Adds the string in {@code bytes[start, end)}.
   *
   * @param escapes whether there may be a backslash in it
   */
  static void add(
      CodedColumn column, int repetition, byte[] bytes, int start, int end, boolean escapes) {
    if (escapes && !JsonSpans.isPlain(bytes, start, end - start)) {
      byte[] text = JsonSpans.text(bytes, start, end - start).getBytes(UTF_8);
      column.add(repetition, text, 0, text.length);
    } else {
      column.add(repetition, bytes, start + 1, end - start - 2);
    }
  }
}
