package simile.parquet.read;

import java.io.IOException;
import java.util.List;
import simile.parquet.format.Annotation;
import simile.parquet.format.SchemaNode;

/** A list, as an array. */
final class ListNode extends NodeReader {
  private final ItemsNode items;

  ListNode(SchemaNode node, List<LeafReader> leaves, ItemsNode items) {
    super(node, leaves);
    this.items = items;
  }

  /** Whether items are texts. */
  boolean isOfTexts() {
    return items.item().annotation() instanceof Annotation.Text;
  }

  @Override
  void write(JsonOut out) throws IOException {
    items.write(out);
  }

  /** Writes the only item alone, where there is one and it is not null; else the array. */
  void writeShort(JsonOut out) throws IOException {
    int start = out.size();
    items.write(out);
    if (items.count() == 1 && !items.hasNull()) {
      byte[] bytes = out.bytes().array();
      System.arraycopy(bytes, start + 1, bytes, start, out.size() - start - 2);
      out.bytes().truncate(out.size() - 2);
    }
  }
}
