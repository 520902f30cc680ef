package simile.npz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the Python dict in the head of a {@code .npy} array, and no other Python: the keys {@code
 * descr}, {@code fortran_order} and {@code shape}, once each.
 */
final class NpyDict {
  private final String text;
  private int at;
  private Optional<String> descr = Optional.empty();
  private Optional<Boolean> fortranOrder = Optional.empty();
  private Optional<List<Long>> shape = Optional.empty();

  private NpyDict(String text) {
    this.text = text;
  }

  static NpyHeader parse(String text) throws NpzFormatException {
    NpyDict dict = new NpyDict(text);
    dict.readDict();
    if (dict.descr.isEmpty() || dict.fortranOrder.isEmpty() || dict.shape.isEmpty()) {
      throw dict.wrong("all of descr, fortran_order and shape");
    }
    return new NpyHeader(dict.descr.get(), dict.fortranOrder.get(), dict.shape.get());
  }

  private void readDict() throws NpzFormatException {
    expect('{');
    while (!take('}')) {
      String key = string();
      expect(':');
      readValue(key);
      if (!take(',')) {
        expect('}');
        break;
      }
    }
    skipSpace();
    if (at != text.length()) {
      throw wrong("nothing more");
    }
  }

  private void readValue(String key) throws NpzFormatException {
    if (key.equals("descr") && descr.isEmpty()) {
      if (peek() == '[') {
        throw new NpzFormatException("an array of structs; expected plain numbers or strings");
      }
      descr = Optional.of(string());
    } else if (key.equals("fortran_order") && fortranOrder.isEmpty()) {
      fortranOrder = Optional.of(bool());
    } else if (key.equals("shape") && shape.isEmpty()) {
      shape = Optional.of(tuple());
    } else {
      throw wrong("each of descr, fortran_order and shape once");
    }
  }

  private String string() throws NpzFormatException {
    char quote = peek();
    if (quote != '\'' && quote != '"') {
      throw wrong("a string");
    }
    int end = text.indexOf(quote, at + 1);
    if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
      throw wrong("a plain string");
    }
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value;
  }

  private boolean bool() throws NpzFormatException {
    skipSpace();
    for (boolean value : new boolean[] {true, false}) {
      String word = value ? "True" : "False";
      if (text.startsWith(word, at)) {
        at += word.length();
        return value;
      }
    }
    throw wrong("True or False");
  }

  private List<Long> tuple() throws NpzFormatException {
    List<Long> sizes = new ArrayList<>();
    expect('(');
    while (!take(')')) {
      sizes.add(size());
      if (!take(',')) {
        expect(')');
        break;
      }
    }
    return sizes;
  }

  private long size() throws NpzFormatException {
    skipSpace();
    int from = at;
    while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
      at++;
    }
    if (at == from || at - from > 18) {
      throw wrong("a size");
    }
    long value = Long.parseLong(text, from, at, 10);
    if (at < text.length() && text.charAt(at) == 'L') {
      at++; // Python 2 wrote long numbers so.
    }
    return value;
  }

  private void expect(char c) throws NpzFormatException {
    if (!take(c)) {
      throw wrong("'" + c + "'");
    }
  }

  private boolean take(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  private char peek() {
    skipSpace();
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private NpzFormatException wrong(String expected) {
    return new NpzFormatException(
        "the array's header is not understood at its character %d: expected %s"
            .formatted(at, expected));
  }
}
