package simile.benchmarks.scale;

import java.util.Locale;

/** Lines of Markdown. */
final class Table {
  private final StringBuilder text = new StringBuilder();

  Table line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  String text() {
    return text.toString();
  }
}
