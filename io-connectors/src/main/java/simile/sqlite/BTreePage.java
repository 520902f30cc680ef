package simile.sqlite;

import java.util.Arrays;

/** One page of a b-tree; cells are added in order. See sqlite.org/fileformat2.html, 1.6. */
final class BTreePage {
  private static final int CHILD_BYTES = 4;

  private final byte[] bytes = new byte[PageFile.PAGE_BYTES];
  private final PageKind kind;
  private final boolean leaf;
  private final int pointersAt;
  private int cells;
  private int content;
  private int lastLength;

  BTreePage(PageKind kind) {
    this.kind = kind;
    this.leaf = kind.isLeaf();
    this.pointersAt = leaf ? 8 : 12;
    clear();
  }

  void clear() {
    Arrays.fill(bytes, (byte) 0);
    cells = 0;
    content = PageFile.PAGE_BYTES;
  }

  boolean fits(int length) {
    return pointersAt + 2 * (cells + 1) <= content - length - (leaf ? 0 : CHILD_BYTES);
  }

  /** Adds a cell. {@code child}, left of it, counts on interior pages only. */
  void add(int child, byte[] cell, int length) {
    lastLength = length + (leaf ? 0 : CHILD_BYTES);
    content -= lastLength;
    int at = content;
    if (!leaf) {
      putInt(at, child);
      at += CHILD_BYTES;
    }
    System.arraycopy(cell, 0, bytes, at, length);
    putShort(pointersAt + 2 * cells++, content);
  }

  /** Takes the cell that was added last away, without its child. Not twice in a row. */
  byte[] removeLast() {
    int from = content + (leaf ? 0 : CHILD_BYTES);
    byte[] cell = Arrays.copyOfRange(bytes, from, content + lastLength);
    content += lastLength;
    putShort(pointersAt + 2 * --cells, 0);
    return cell;
  }

  /** The child left of the cell that was added last. */
  int lastChild() {
    return (bytes[content] & 0xff) << 24
        | (bytes[content + 1] & 0xff) << 16
        | (bytes[content + 2] & 0xff) << 8
        | (bytes[content + 3] & 0xff);
  }

  /**
   * The page's bytes, ready for the file.
   *
   * @param right the child behind the last cell, on interior pages
   */
  byte[] finish(int right) {
    bytes[0] = kind.mark();
    putShort(3, cells);
    putShort(5, content);
    if (!leaf) {
      putInt(8, right);
    }
    return bytes;
  }

  private void putShort(int at, int value) {
    bytes[at] = (byte) (value >>> 8);
    bytes[at + 1] = (byte) value;
  }

  private void putInt(int at, int value) {
    putShort(at, value >>> 16);
    putShort(at + 2, value);
  }
}
