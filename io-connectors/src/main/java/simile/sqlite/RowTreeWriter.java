package simile.sqlite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the b-tree of a table whose rows are numbered 1, 2, 3, … as they come: bottom up, each
 * page written once.
 */
final class RowTreeWriter {
  /** At most so many children have a page; one more would fit, too, whatever their rows. */
  private static final int CHILDREN = 700;

  private final PageFile file;
  private final int childrenAPage;
  private final Payload payload;
  private final byte[] cell;
  private final byte[] divider = new byte[Long.BYTES + 1];
  private final BTreePage leaf = new BTreePage(PageKind.TABLE_LEAF);
  private final BTreePage interior = new BTreePage(PageKind.TABLE_INTERIOR);
  private final List<List<Child>> levels = new ArrayList<>();
  private long rows;

  /** A page and the greatest row below it. */
  private record Child(int page, long lastRow) {}

  RowTreeWriter(PageFile file) {
    this(file, CHILDREN);
  }

  RowTreeWriter(PageFile file, int childrenAPage) {
    this.file = file;
    this.childrenAPage = childrenAPage;
    this.payload = Payload.ofTable(file);
    this.cell = payload.newCell();
  }

  /** Adds a record. @return the number of its row */
  long add(byte[] record, int length) throws IOException {
    int used = RecordEncoder.putVarint(cell, 0, length);
    used = RecordEncoder.putVarint(cell, used, rows + 1);
    used = payload.put(record, length, cell, used);
    if (!leaf.fits(used)) {
      endLeaf();
    }
    leaf.add(0, cell, used);
    return ++rows;
  }

  /** Ends the tree. Its top replaces the page that SQLite made for the root. */
  void finish(int root) throws IOException {
    if (levels.isEmpty()) {
      file.replace(root, leaf.finish(0));
      return;
    }
    endLeaf();
    for (int depth = 0; depth < levels.size(); depth++) {
      List<Child> children = levels.get(depth);
      if (depth == levels.size() - 1) {
        file.replace(root, page(children));
      } else {
        add(depth + 1, written(children));
      }
    }
  }

  private void endLeaf() throws IOException {
    add(0, new Child(file.add(leaf.finish(0)), rows));
    leaf.clear();
  }

  /** Two are always left behind a page that is written, so that the last one has a cell. */
  private void add(int depth, Child child) throws IOException {
    if (depth == levels.size()) {
      levels.add(new ArrayList<>());
    }
    List<Child> children = levels.get(depth);
    children.add(child);
    if (children.size() == childrenAPage + 2) {
      List<Child> full = children.subList(0, childrenAPage);
      Child above = written(full);
      full.clear();
      add(depth + 1, above);
    }
  }

  private Child written(List<Child> children) throws IOException {
    return new Child(file.add(page(children)), children.get(children.size() - 1).lastRow());
  }

  private byte[] page(List<Child> children) {
    interior.clear();
    int last = children.size() - 1;
    for (Child child : children.subList(0, last)) {
      interior.add(child.page(), divider, RecordEncoder.putVarint(divider, 0, child.lastRow()));
    }
    return interior.finish(children.get(last).page());
  }
}
