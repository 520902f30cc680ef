package simile.sqlite;

import java.io.IOException;
import java.util.Arrays;

/**
 * Puts records into cells: what a page has no room for goes to overflow pages. See
 * sqlite.org/fileformat2.html, 1.6.
 */
final class Payload {
  private static final int USABLE = PageFile.PAGE_BYTES;
  private static final int MIN_LOCAL = (USABLE - 12) * 32 / 255 - 23;
  private static final int OVERFLOW_BYTES = USABLE - 4;
  private static final int MOST_BEFORE_AND_AFTER = 24; // two varints, and a page's number

  private final PageFile file;
  private final int maxLocal;

  private Payload(PageFile file, int maxLocal) {
    this.file = file;
    this.maxLocal = maxLocal;
  }

  static Payload ofIndex(PageFile file) {
    return new Payload(file, (USABLE - 12) * 64 / 255 - 23);
  }

  static Payload ofTable(PageFile file) {
    return new Payload(file, USABLE - 35);
  }

  /** A buffer that holds any cell. */
  byte[] newCell() {
    return new byte[maxLocal + MOST_BEFORE_AND_AFTER];
  }

  /** Puts a record into a cell, and what is too much for it on pages. @return the cell's end */
  int put(byte[] record, int length, byte[] cell, int at) throws IOException {
    int local = localLength(length);
    System.arraycopy(record, 0, cell, at, local);
    int end = at + local;
    if (local < length) {
      int first = file.next();
      for (int shift = 24; shift >= 0; shift -= 8) {
        cell[end++] = (byte) (first >>> shift);
      }
      writeOverflow(record, local, length);
    }
    return end;
  }

  private int localLength(int length) {
    if (length <= maxLocal) {
      return length;
    }
    int fitting = MIN_LOCAL + (length - MIN_LOCAL) % OVERFLOW_BYTES;
    return fitting <= maxLocal ? fitting : MIN_LOCAL;
  }

  private void writeOverflow(byte[] record, int from, int to) throws IOException {
    byte[] page = new byte[USABLE];
    for (int at = from; at < to; at += OVERFLOW_BYTES) {
      int piece = Math.min(OVERFLOW_BYTES, to - at);
      int next = at + piece < to ? file.next() + 1 : 0;
      for (int i = 0; i < 4; i++) {
        page[i] = (byte) (next >>> (24 - 8 * i));
      }
      System.arraycopy(record, at, page, 4, piece);
      Arrays.fill(page, 4 + piece, USABLE, (byte) 0);
      file.add(page);
    }
  }
}
