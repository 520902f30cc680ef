package simile.bundle.card;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Writes YAML, indented by two; every text is quoted as in JSON, which YAML reads too. */
final class Yaml {
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean itemBegins;

  /** Writes what is below a key or an item. */
  interface Block {
    void write(Yaml yaml);
  }

  Yaml text(String key, String value) {
    return line(key + ": " + quoted(value));
  }

  Yaml number(String key, long value) {
    return line(key + ": " + value);
  }

  /** A key without a value of its own, and what is below it. */
  Yaml block(String key, Block below) {
    line(key + ":");
    return indented(below);
  }

  Yaml item(String value) {
    return line("- " + quoted(value));
  }

  /** An item that is a mapping; its first key stands beside the dash. */
  Yaml item(Block below) {
    itemBegins = true;
    depth++;
    below.write(this);
    depth--;
    return this;
  }

  private Yaml indented(Block below) {
    depth++;
    below.write(this);
    depth--;
    return this;
  }

  private Yaml line(String line) {
    text.append("  ".repeat(itemBegins ? depth - 1 : depth));
    text.append(itemBegins ? "- " : "").append(line).append('\n');
    itemBegins = false;
    return this;
  }

  private static String quoted(String value) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
