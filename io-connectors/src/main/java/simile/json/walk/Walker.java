package simile.json.walk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import simile.json.MalformedJsonException;

/**
 * Finds where tokens end in bytes that are known to be JSON, and judges nothing that is between.
 * Whatever the bytes are, it stays within them.
 */
public abstract class Walker {
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
  private int valueStart;
  private int valueEnd;
  private boolean escapes;
  private boolean inner;

  Walker() {}

  /** Goes to what opens in {@code bytes[start, end)}, which may have white space around it. */
  final void open(byte[] newBytes, int newStart, int newEnd, char bracket)
      throws MalformedJsonException {
    open(newBytes, newStart, newEnd);
    take(bracket);
    skipSpace();
  }

  /** Goes to what opens where another walker is, and may have anything after it. */
  final void openWithin(Walker outer, char bracket) throws MalformedJsonException {
    open(outer.bytes, outer.at, outer.end);
    inner = true;
    take(bracket);
    skipSpace();
  }

  /** Goes to where an inner walker is, at the end of the value. */
  final void valueBy(Walker within) {
    valueStart = at;
    escapes = within.escapes;
    at = within.at;
    valueEnd = at;
  }

  /** Goes to the first byte of {@code bytes[start, end)} that is no white space. */
  final void open(byte[] newBytes, int newStart, int newEnd) {
    bytes = newBytes;
    start = newStart;
    end = newEnd;
    at = newStart;
    inner = false;
    skipSpace();
  }

  /** Where the value starts, its quote or bracket included. */
  public final int valueStart() {
    return valueStart;
  }

  /** After the value's last byte. */
  public final int valueEnd() {
    return valueEnd;
  }

  /** Whether there is a backslash in the value. */
  public final boolean valueHasEscapes() {
    return escapes;
  }

  /** Forgets the backslashes of what came before. */
  final void expectNoEscapes() {
    escapes = false;
  }

  final int position() {
    return at;
  }

  final void value() throws MalformedJsonException {
    valueStart = at;
    escapes = false;
    skipValue();
    valueEnd = at;
    skipSpace();
  }

  /** Whether the bracket is next; then nothing may come after it. */
  final boolean closes(char bracket) throws MalformedJsonException {
    if (peek() != bracket) {
      return false;
    }
    leave();
    if (!inner) {
      requireEnd();
    }
    return true;
  }

  /** Takes the bracket that is next. */
  final void leave() {
    at++;
    skipSpace();
  }

  final void requireEnd() throws MalformedJsonException {
    if (at < end) {
      throw broken("nothing more");
    }
  }

  /** Takes the comma before another value, or stays before the bracket. */
  final void separator(char bracket) throws MalformedJsonException {
    if (peek() == ',') {
      at++;
      skipSpace();
      if (peek() == bracket) {
        throw broken("a value after the comma");
      }
    } else if (peek() != bracket) {
      throw broken("a comma or '" + bracket + "'");
    }
  }

  private void skipValue() throws MalformedJsonException {
    switch (peek()) {
      case '"' -> skipString();
      case '{', '[' -> skipNested();
      default -> skipScalar();
    }
  }

  private void skipNested() throws MalformedJsonException {
    int depth = 0;
    do {
      switch (peek()) {
        case '"' -> {
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

  /** From an opening quote to after the closing one. */
  final void skipString() throws MalformedJsonException {
    take('"');
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

  final void skipSpace() {
    while (at < end && isSpace(bytes[at])) {
      at++;
    }
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  final byte peek() throws MalformedJsonException {
    if (at >= end) {
      throw broken("more");
    }
    return bytes[at];
  }

  final void take(char expected) throws MalformedJsonException {
    if (peek() != expected) {
      throw broken("'" + expected + "'");
    }
    at++;
  }

  final MalformedJsonException broken(String expected) {
    return new MalformedJsonException(
        "a stored line is no JSON object: expected %s at byte %d of its %d"
            .formatted(expected, Math.min(at, end) - start, end - start));
  }
}
