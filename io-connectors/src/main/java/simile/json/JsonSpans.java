package simile.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Turns spans of checked JSON into strings. */
public final class JsonSpans {
  private JsonSpans() {}

  /** What a JSON string, given with its quotes, says. */
  public static String text(byte[] bytes, int start, int length) {
    int from = start + 1;
    int to = start + length - 1;
    boolean ascii = true;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return unescape(new String(bytes, from, to - from, UTF_8));
      }
      ascii &= bytes[i] >= 0;
    }
    return new String(bytes, from, to - from, ascii ? ISO_8859_1 : UTF_8);
  }

  /** Whether a JSON string, given with its quotes, has no escapes. */
  public static boolean isPlain(byte[] bytes, int start, int length) {
    for (int i = start + 1; i < start + length - 1; i++) {
      if (bytes[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  private static String unescape(String escaped) {
    StringBuilder text = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char kind = escaped.charAt(++i);
      if (kind == 'u') {
        text.append((char) Integer.parseInt(escaped, i + 1, i + 5, 16));
        i += 4;
      } else {
        text.append(simple(kind));
      }
    }
    return text.toString();
  }

  private static char simple(char kind) {
    return switch (kind) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> kind;
    };
  }
}
