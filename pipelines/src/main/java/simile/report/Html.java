package simile.report;

import java.util.Locale;

/** Writes markup. The only class that may write a {@code <}; whatever is text gets escaped. */
final class Html {

  private final StringBuilder out = new StringBuilder(1 << 16);

  /** Adds markup that is ours. Never give it a text from outside: see {@link #text}. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Adds markup with {@code %s} for texts, which are escaped, and {@code %.2f} for numbers. */
  Html format(String markup, Object... values) {
    Object[] escaped = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      escaped[i] = values[i] instanceof String text ? escape(text) : values[i];
    }
    out.append(String.format(Locale.ROOT, markup, escaped));
    return this;
  }

  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Adds a text whose direction of writing must not disturb its surroundings. */
  Html foreign(String text) {
    return raw("<bdi>").text(text).raw("</bdi>");
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** Safe as text and within double-quoted attributes, and valid as UTF-8 and HTML. */
  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int c) {
    switch (c) {
      case '&' -> safe.append("&amp;");
      case '<' -> safe.append("&lt;");
      case '>' -> safe.append("&gt;");
      case '"' -> safe.append("&quot;");
      case '\'' -> safe.append("&#39;");
      default -> safe.appendCodePoint(isPrintable(c) ? c : 0xFFFD);
    }
  }

  /** Not a control character, a surrogate, or a mark that overrides the direction of writing. */
  private static boolean isPrintable(int c) {
    boolean control = c != '\n' && c != '\t' && Character.isISOControl(c);
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return !control && !surrogate && !override;
  }
}
