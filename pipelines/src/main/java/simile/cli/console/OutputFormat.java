package simile.cli.console;

import java.util.Locale;

/** How a command prints its data. */
public enum OutputFormat {
  /** Aligned columns, for people. */
  TABLE,
  /** One JSON document: an array of the rows, or the one object. */
  JSON,
  /** One JSON object a line. */
  JSONL,
  /** Comma-separated values with a header line, as in RFC 4180 but with LF. */
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
