package simile.merge;

import java.io.IOException;
import java.util.Arrays;

/** A binary heap of heads, the first at its top, that can move on any of them in its place. */
final class HeadHeap {
  private final byte[] end;
  private Head[] heads = new Head[8];
  private int size;

  /**
   * @param end ids from this one on are left out; empty for no limit
   */
  HeadHeap(byte[] end) {
    this.end = end;
  }

  boolean isEmpty() {
    return size == 0;
  }

  Head top() {
    return heads[0];
  }

  /** Adds a head that stands at an entry, unless that is past the end. */
  void add(Head head) {
    if (isPastEnd(head)) {
      return;
    }
    if (size == heads.length) {
      heads = Arrays.copyOf(heads, size * 2);
    }
    int at = size++;
    while (at > 0 && head.compareTo(heads[(at - 1) >>> 1]) < 0) {
      heads[at] = heads[(at - 1) >>> 1];
      at = (at - 1) >>> 1;
    }
    heads[at] = head;
  }

  /** Moves the top on to its next entry. */
  void advanceTop() throws IOException {
    advance(0);
  }

  /** Moves on a head other than the top that has the top's id. @return whether there was one */
  boolean advanceSameAsTop() throws IOException {
    // The least of the others is a child of the top.
    for (int child = 1; child < size && child <= 2; child++) {
      if (heads[child].hasIdOf(heads[0])) {
        advance(child);
        return true;
      }
    }
    return false;
  }

  private void advance(int at) throws IOException {
    Head head = heads[at];
    if (head.next() && !isPastEnd(head)) {
      siftDown(at, head);
      return;
    }
    Head last = heads[--size];
    heads[size] = null;
    if (at < size) {
      // The top is the least of all, and no other place than a child of it is ever left.
      siftDown(at, last);
    }
  }

  private void siftDown(int from, Head head) {
    int at = from;
    int half = size >>> 1;
    while (at < half) {
      int child = 2 * at + 1;
      if (child + 1 < size && heads[child + 1].compareTo(heads[child]) < 0) {
        child++;
      }
      if (head.compareTo(heads[child]) <= 0) {
        break;
      }
      heads[at] = heads[child];
      at = child;
    }
    heads[at] = head;
  }

  private boolean isPastEnd(Head head) {
    return end.length > 0 && head.compareId(end, end.length) >= 0;
  }
}
