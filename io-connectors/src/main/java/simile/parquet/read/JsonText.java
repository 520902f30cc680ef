package simile.parquet.read;

/**
 * Finds whether text is a JSON value as far as its brackets and quotes go, so that it can stand in
 * a line without breaking out of its place. The line's reader judges the rest.
 */
final class JsonText {
  private final byte[] bytes;
  private final int end;
  private int at;

  private JsonText(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  /** Whether {@code bytes[start, end)} is one value, with white space around it. */
  static boolean isValue(byte[] bytes, int start, int end) {
    JsonText text = new JsonText(bytes, start, end);
    text.skipSpace();
    if (text.at == end || !text.skipValue()) {
      return false;
    }
    text.skipSpace();
    return text.at == end;
  }

  /** Appends a value; line ends in it, which can only be white space, become spaces. */
  static void append(byte[] bytes, int start, int end, JsonOut out) {
    int from = out.size();
    out.bytes().put(bytes, start, end - start);
    byte[] array = out.bytes().array();
    for (int i = from; i < out.size(); i++) {
      if (array[i] == '\n' || array[i] == '\r') {
        array[i] = ' ';
      }
    }
  }

  private boolean skipValue() {
    return switch (bytes[at]) {
      case '"' -> skipString();
      case '{', '[' -> skipNested();
      default -> skipScalar();
    };
  }

  private boolean skipNested() {
    int depth = 0;
    while (at < end) {
      byte b = bytes[at];
      if (b == '"') {
        if (!skipString()) {
          return false;
        }
        continue;
      }
      at++;
      if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
      }
      if (depth == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean skipString() {
    at++;
    while (at < end) {
      byte b = bytes[at++];
      if (b == '"') {
        return true;
      } else if (b == '\\') {
        at++;
      } else if (b >= 0 && b < ' ') {
        return false;
      }
    }
    return false;
  }

  private boolean skipScalar() {
    int start = at;
    while (at < end && isScalar(bytes[at])) {
      at++;
    }
    return at > start;
  }

  private static boolean isScalar(byte b) {
    return (b >= '0' && b <= '9')
        || (b >= 'a' && b <= 'z')
        || b == 'E'
        || b == '+'
        || b == '-'
        || b == '.';
  }

  private void skipSpace() {
    while (at < end
        && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      at++;
    }
  }
}
