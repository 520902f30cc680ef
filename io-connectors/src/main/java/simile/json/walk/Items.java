package simile.json.walk;

import simile.json.MalformedJsonException;

/** Walks the items of one array. */
public final class Items extends Walker {

  /**
   * Goes to the array in {@code bytes[start, end)}, which may have white space around it.
   *
   * @throws MalformedJsonException if there is none
   */
  public void moveTo(byte[] bytes, int start, int end) throws MalformedJsonException {
    open(bytes, start, end, '[');
  }

  /**
   * Goes to the array that is the value whose name another walker has just gone to.
   *
   * @throws MalformedJsonException if it is none
   */
  public void moveInto(Members outer) throws MalformedJsonException {
    openWithin(outer, '[');
  }

  /**
   * Goes to the next item.
   *
   * @return false after the last
   */
  public boolean next() throws MalformedJsonException {
    if (closes(']')) {
      return false;
    }
    value();
    separator(']');
    return true;
  }
}
