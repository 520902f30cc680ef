package simile.rewrite;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import simile.json.MalformedJsonException;

/**
 * Walks the members of one object, whose bytes are known to be JSON: it finds where tokens end, and
 * judges nothing that is between. Whatever the bytes are, it stays within them.
 */
final class Members {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long QUOTES = 0x2222222222222222L;
  private static final long BACKSLASHES = 0x5c5c5c5c5c5c5c5cL;

  private byte[] bytes = new byte[0];
  private int start;
  private int end;
  private int at;
  private int nameStart;
  private int nameEnd;
  private int valueStart;
  private int valueEnd;
  private boolean escapes;

  /** Goes to the object in {@code bytes[start, end)}, which may have white space around it. */
  void moveTo(byte[] newBytes, int newStart, int newEnd) throws MalformedJsonException {
    bytes = newBytes;
    start = newStart;
    end = newEnd;
    at = newStart;
    skipSpace();
    take('{');
    skipSpace();
  }

  /** Goes to the next member. @return false after the last */
  boolean next() throws MalformedJsonException {
    if (peek() == '}') {
      at++;
      skipSpace();
      if (at < end) {
        throw broken("nothing after the object");
      }
      return false;
    }
    nameStart = at;
    take('"');
    skipString();
    nameEnd = at;
    skipSpace();
    take(':');
    skipSpace();
    valueStart = at;
    escapes = false;
    skipValue();
    valueEnd = at;
    skipSpace();
    if (peek() == ',') {
      at++;
      skipSpace();
      if (peek() != '"') {
        throw broken("a name");
      }
    } else if (peek() != '}') {
      throw broken("a comma or a closing brace");
    }
    return true;
  }

  int nameStart() {
    return nameStart;
  }

  /** After the closing quote. */
  int nameEnd() {
    return nameEnd;
  }

  int valueStart() {
    return valueStart;
  }

  int valueEnd() {
    return valueEnd;
  }

  /** Whether there is a backslash in the value. */
  boolean valueHasEscapes() {
    return escapes;
  }

  private void skipValue() throws MalformedJsonException {
    switch (peek()) {
      case '"' -> {
        at++;
        skipString();
      }
      case '{', '[' -> skipNested();
      default -> skipScalar();
    }
  }

  private void skipNested() throws MalformedJsonException {
    int depth = 0;
    do {
      switch (peek()) {
        case '"' -> {
          at++;
          skipString();
          continue;
        }
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {}
      }
      at++;
    } while (depth > 0);
  }

  private void skipScalar() throws MalformedJsonException {
    while (at < end && isScalar(bytes[at])) {
      at++;
    }
    if (at == valueStart) {
      throw broken("a value");
    }
  }

  private static boolean isScalar(byte b) {
    return b > ' ' && b != ',' && b != '}' && b != ']' && b != ':' && b != '"';
  }

  /** From after an opening quote to after the closing one. */
  private void skipString() throws MalformedJsonException {
    int i = at;
    while (true) {
      while (i <= end - 8) {
        long word = (long) LONGS.get(bytes, i);
        long quote = word ^ QUOTES;
        long slash = word ^ BACKSLASHES;
        // The lowest bit set is exact; a borrow can only set bits above it.
        long stops = (((quote - LOW_BITS) & ~quote) | ((slash - LOW_BITS) & ~slash)) & HIGH_BITS;
        if (stops != 0) {
          i += Long.numberOfTrailingZeros(stops) >>> 3;
          break;
        }
        i += 8;
      }
      while (i < end && bytes[i] != '"' && bytes[i] != '\\') {
        i++;
      }
      if (i >= end) {
        throw broken("a closing quote");
      }
      if (bytes[i] == '"') {
        at = i + 1;
        return;
      }
      escapes = true;
      i += 2;
    }
  }

  private void skipSpace() {
    while (at < end && isSpace(bytes[at])) {
      at++;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private byte peek() throws MalformedJsonException {
    if (at >= end) {
      throw broken("more");
    }
    return bytes[at];
  }

  private void take(char expected) throws MalformedJsonException {
    if (peek() != expected) {
      throw broken("'" + expected + "'");
    }
    at++;
  }

  private MalformedJsonException broken(String expected) {
    return new MalformedJsonException(
        "a stored line is no JSON object: expected %s at byte %d of its %d"
            .formatted(expected, Math.min(at, end) - start, end - start));
  }
}
