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
  private static final class Level {
    private final BTreePage page;
    private byte[] divider = {};
    private int dividerChild;

    Level(boolean leaf) {
      page = new BTreePage(leaf ? PageKind.INDEX_LEAF : PageKind.INDEX_INTERIOR);
    }

    boolean isClosed() {
      return divider.length > 0;
    }
  }

  private final PageFile file;
  private final List<Level> levels = new ArrayList<>();
  private final Payload payload;
  private final byte[] cell;

  BTreeWriter(PageFile file) {
    this.file = file;
    this.payload = Payload.ofIndex(file);
    this.cell = payload.newCell();
    levels.add(new Level(true));
  }

  /** Adds a record that is greater than the one before it. */
  void add(byte[] record, int length) throws IOException {
    int used = RecordEncoder.putVarint(cell, 0, length);
    used = payload.put(record, length, cell, used);
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
