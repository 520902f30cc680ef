package simile.sqlite;

/** What a page of a b-tree is. See sqlite.org/fileformat2.html, 1.6. */
enum PageKind {
  INDEX_LEAF(0x0a),
  INDEX_INTERIOR(0x02),
  TABLE_LEAF(0x0d),
  TABLE_INTERIOR(0x05);

  private final byte mark;

  PageKind(int mark) {
    this.mark = (byte) mark;
  }

  /** The page's first byte. */
  byte mark() {
    return mark;
  }

  boolean isLeaf() {
    return this == INDEX_LEAF || this == TABLE_LEAF;
  }
}
