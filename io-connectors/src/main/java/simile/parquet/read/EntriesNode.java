package simile.parquet.read;

import java.util.List;
import simile.parquet.format.SchemaNode;

/** The repeated group of a map, which says whether there is an entry, and another. */
final class EntriesNode extends NodeReader {
  EntriesNode(SchemaNode node, List<LeafReader> leaves) {
    super(node, leaves);
  }

  @Override
  void write(JsonOut out) {
    throw new UnsupportedOperationException("entries are written by their map");
  }
}
