package simile.parquet.read;

import java.io.IOException;
import java.util.List;
import simile.parquet.format.SchemaNode;

/**
 * What is repeated, as an array: a list's repeated group, or a field that is repeated without one.
 */
final class ItemsNode extends NodeReader {
  private final NodeReader item;
  private final boolean nullable;
  private int count;
  private boolean hasNull;

  /**
   * @param repeated the repeated node
   * @param item what an item is: the repeated node itself, once, or its only member
   */
  ItemsNode(SchemaNode repeated, List<LeafReader> leaves, NodeReader item) {
    super(repeated, leaves);
    this.item = item;
    this.nullable = item.node().definition() > repeated.definition();
  }

  /** What an item is. */
  SchemaNode item() {
    return item.node();
  }

  /** How many items the array that was written last has. */
  int count() {
    return count;
  }

  /** Whether it has a null. */
  boolean hasNull() {
    return hasNull;
  }

  @Override
  void write(JsonOut out) throws IOException {
    out.put('[');
    count = 0;
    hasNull = false;
    if (isPresent()) {
      do {
        writeItem(out);
      } while (repeats());
    } else {
      skipNull(node().definition() - 1);
    }
    out.put(']');
  }

  private void writeItem(JsonOut out) throws IOException {
    out.expect(2);
    if (count++ > 0) {
      out.put(',');
    }
    if (nullable && !item.isPresent()) {
      hasNull = true;
      item.skipNull(node().definition());
      out.ascii("null");
    } else {
      item.write(out);
    }
  }
}
