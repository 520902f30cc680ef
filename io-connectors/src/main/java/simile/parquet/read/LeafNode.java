package simile.parquet.read;

import java.io.IOException;
import java.util.List;
import simile.parquet.format.SchemaNode;

/** A value. */
final class LeafNode extends NodeReader {
  private static final int LONGEST_NUMBER = 128;

  private final LeafReader leaf;
  private final ScalarFormat format;

  LeafNode(SchemaNode node, LeafReader leaf, ScalarFormat format) {
    super(node, List.of(leaf));
    this.leaf = leaf;
    this.format = format;
  }

  LeafReader leaf() {
    return leaf;
  }

  @Override
  void write(JsonOut out) throws IOException {
    if (leaf.ended() || !isPresent()) {
      throw leaf.disagree();
    }
    out.expect(LONGEST_NUMBER);
    format.write(leaf.value(), out);
    leaf.next();
  }
}
