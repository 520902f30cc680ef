package simile.npz;

import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * NumPy's type of an array's elements.
 *
 * @param kind {@code f} floating, {@code i} signed integer, {@code U} UTF-32 string, {@code S} byte
 *     string
 * @param size bytes of a number or a byte string, code points of a UTF-32 string
 */
record NpyType(char kind, int size, ByteOrder order) {
  private static final Pattern DESCR = Pattern.compile("([<>|=]?)([a-zA-Z])(\\d{0,7})");
  private static final int MAX_STRING = 1 << 20;

  static NpyType of(String descr) throws NpzFormatException {
    Matcher parts = DESCR.matcher(descr);
    if (parts.matches() && parts.group(2).equals("O")) {
      throw new NpzFormatException(
          "an array of Python objects; they are pickled, and pickles run code, so none is read");
    }
    if (!parts.matches() || parts.group(3).isEmpty() || parts.group(1).equals("=")) {
      throw unknown(descr);
    }
    NpyType type =
        new NpyType(
            parts.group(2).charAt(0),
            Integer.parseInt(parts.group(3)),
            parts.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    boolean known =
        switch (type.kind) {
          case 'f' -> type.size == 2 || type.size == 4 || type.size == 8;
          case 'i' -> type.size == 4 || type.size == 8;
          case 'U', 'S' -> type.size > 0 && type.size <= MAX_STRING;
          default -> false;
        };
    if (!known) {
      throw unknown(descr);
    }
    return type;
  }

  /** Bytes of an element. */
  int bytes() {
    return kind == 'U' ? size * 4 : size;
  }

  boolean isString() {
    return kind == 'U' || kind == 'S';
  }

  @Override
  public String toString() {
    return (order == ByteOrder.BIG_ENDIAN ? ">" : "<") + kind + size;
  }

  private static NpzFormatException unknown(String descr) {
    return new NpzFormatException(
        "an array of type '%s'; f2, f4 and f8 are read as embeddings, U, S, i4 and i8 as ids"
            .formatted(descr.length() > 40 ? descr.substring(0, 40) + "…" : descr));
  }
}
