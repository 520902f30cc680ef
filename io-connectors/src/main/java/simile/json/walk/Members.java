package simile.json.walk;

import simile.json.MalformedJsonException;

/** Walks the members of one object. */
public final class Members extends Walker {
  private int nameStart;
  private int nameEnd;
  private boolean nameHasEscapes;

  /**
   * Goes to the object in {@code bytes[start, end)}, which may have white space around it.
   *
   * @throws MalformedJsonException if there is none
   */
  public void moveTo(byte[] bytes, int start, int end) throws MalformedJsonException {
    open(bytes, start, end, '{');
  }

  /**
   * Goes to the object that is the value whose name another walker has just gone to.
   *
   * @throws MalformedJsonException if it is none
   */
  public void moveInto(Members outer) throws MalformedJsonException {
    openWithin(outer, '{');
  }

  /**
   * Goes to the next member.
   *
   * @return false after the last
   */
  public boolean next() throws MalformedJsonException {
    if (!nextName()) {
      return false;
    }
    passValue();
    return true;
  }

  /**
   * Goes to the next member's name only, so that its value can be walked within. Then {@link
   * #passValue} or {@link #passValueOf} is called, before the next name.
   *
   * @return false after the last
   */
  public boolean nextName() throws MalformedJsonException {
    if (closes('}')) {
      return false;
    }
    nameStart = position();
    expectNoEscapes();
    skipString();
    nameEnd = position();
    nameHasEscapes = valueHasEscapes();
    skipSpace();
    take(':');
    skipSpace();
    return true;
  }

  /** What the value begins with, before it is passed. */
  public byte firstOfValue() throws MalformedJsonException {
    return peek();
  }

  /** Goes over the value. */
  public void passValue() throws MalformedJsonException {
    value();
    separator('}');
  }

  /** Goes over the value, which another walker has walked to its end. */
  public void passValueOf(Walker within) throws MalformedJsonException {
    valueBy(within);
    separator('}');
  }

  /** The opening quote of the name. */
  public int nameStart() {
    return nameStart;
  }

  /** Whether there is a backslash in the name. */
  public boolean nameHasEscapes() {
    return nameHasEscapes;
  }

  /** After the closing quote of the name. */
  public int nameEnd() {
    return nameEnd;
  }
}
