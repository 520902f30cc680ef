package simile.sqlite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes an index b-tree (what a {@code WITHOUT ROWID} table is, too) from records that come in
 * order: bottom up, every page full, each page written once. A cell that no longer fits on a page
 * becomes the divider above it, once it is known that another follows.
 */
final class BTreeWriter {
  // sqlite.org/fileformat2.html, 1.6: what of an index cell stays on its page.
  private static final int USABLE = PageFile.PAGE_BYTES;
  private static final int MAX_LOCAL = (USABLE - 12) * 64 / 255 - 23;
  private static final int MIN_LOCAL = (USABLE - 12) * 32 / 255 - 23;
  private static final int OVERFLOW_BYTES = USABLE - 4;

  private static final class Level {
    private final BTreePage page;
    private byte[] divider = {};
    private int dividerChild;

    Level(boolean leaf) {
      page = new BTreePage(leaf);
    }

    boolean isClosed() {
      return divider.length > 0;
    }
  }

  private final PageFile file;
  private final List<Level> levels = new ArrayList<>();
  private final byte[] cell = new byte[MAX_LOCAL + 16];

  BTreeWriter(PageFile file) {
    this.file = file;
    levels.add(new Level(true));
  }

  /** Adds a record that is greater than the one before it. */
  void add(byte[] record, int length) throws IOException {
    int local = localLength(length);
    int used = RecordEncoder.putVarint(cell, 0, length);
    System.arraycopy(record, 0, cell, used, local);
    used += local;
    if (local < length) {
      int first = file.next();
      for (int shift = 24; shift >= 0; shift -= 8) {
        cell[used++] = (byte) (first >>> shift);
      }
      writeOverflow(record, local, length);
    }
    add(0, 0, cell, used);
  }

  /** Ends the tree. Its top replaces the page that SQLite made for the root. */
  void finish(int root) throws IOException {
    int right = 0;
    for (int i = 0; i < levels.size(); i++) {
      Level level = levels.get(i);
      if (level.isClosed()) {
        splitLast(i, level);
      }
      byte[] page = level.page.finish(right);
      if (i == levels.size() - 1) {
        file.replace(root, page);
      } else {
        right = file.add(page);
      }
    }
  }

  private static int localLength(int length) {
    if (length <= MAX_LOCAL) {
      return length;
    }
    int fitting = MIN_LOCAL + (length - MIN_LOCAL) % OVERFLOW_BYTES;
    return fitting <= MAX_LOCAL ? fitting : MIN_LOCAL;
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

  private void add(int depth, int child, byte[] bytes, int length) throws IOException {
    if (depth == levels.size()) {
      levels.add(new Level(false));
    }
    Level level = levels.get(depth);
    if (level.isClosed()) {
      byte[] divider = level.divider;
      level.divider = new byte[0];
      int full = file.add(level.page.finish(level.dividerChild));
      level.page.clear();
      add(depth + 1, full, divider, divider.length);
    }
    if (level.page.fits(length)) {
      level.page.add(child, bytes, length);
    } else {
      level.divider = Arrays.copyOf(bytes, length);
      level.dividerChild = child;
    }
  }

  /**
   * Nothing follows the divider of a full page: the cell before it becomes the divider, so that the
   * last page has a cell.
   */
  private void splitLast(int depth, Level level) throws IOException {
    byte[] divider = level.divider;
    level.divider = new byte[0];
    int right = depth == 0 ? 0 : level.page.lastChild();
    byte[] above = level.page.removeLast();
    int full = file.add(level.page.finish(right));
    level.page.clear();
    level.page.add(level.dividerChild, divider, divider.length);
    add(depth + 1, full, above, above.length);
  }
}
