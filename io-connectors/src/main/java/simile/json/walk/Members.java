package simile.json.walk;

import simile.json.MalformedJsonException;

/** Walks the members of one object. */
public final class Members extends Walker {
  private int nameStart;
  private int nameEnd;

  /**
   * Goes to the object in {@code bytes[start, end)}, which may have white space around it.
   *
   * @throws MalformedJsonException if there is none
   */
  public void moveTo(byte[] bytes, int start, int end) throws MalformedJsonException {
    open(bytes, start, end, '{');
  }

  /**
   * Goes to the next member.
   *
   * @return false after the last
   */
  public boolean next() throws MalformedJsonException {
    if (closes('}')) {
      return false;
    }
    nameStart = position();
    skipString();
    nameEnd = position();
    skipSpace();
    take(':');
    skipSpace();
    value();
    separator('}');
    return true;
  }

  /** The opening quote of the name. */
  public int nameStart() {
    return nameStart;
  }

  /** After the closing quote of the name. */
  public int nameEnd() {
    return nameEnd;
  }
}
