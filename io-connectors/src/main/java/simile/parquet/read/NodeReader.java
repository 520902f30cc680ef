package simile.parquet.read;

import java.io.IOException;
import java.util.List;
import simile.parquet.format.SchemaNode;

/**
 * Writes what is at a node of the schema as JSON, from the entries that its columns stand at, and
 * moves them on. How definition and repetition levels say what is there: Dremel (Melnik and others,
 * 2010), section 4.
 */
abstract class NodeReader {
  private final SchemaNode node;
  private final List<LeafReader> leaves;

  NodeReader(SchemaNode node, List<LeafReader> leaves) {
    this.node = node;
    this.leaves = List.copyOf(leaves);
  }

  final SchemaNode node() {
    return node;
  }

  /** Whether the node is there, and not null. Its parent is. */
  final boolean isPresent() {
    return leaves.get(0).definition() >= node.definition();
  }

  /** Writes what is there, and goes to the next entries. */
  abstract void write(JsonOut out) throws IOException;

  /**
   * Goes to the next entries after one that is null.
   *
   * @param floor the definition level of the parent, which is there
   */
  final void skipNull(int floor) throws IOException {
    for (LeafReader leaf : leaves) {
      leaf.skipNull(floor, node.definition());
    }
  }

  /**
   * Whether the entries, after an item of this repeated node, are another item of the same list.
   * All columns must say the same.
   */
  final boolean repeats() throws IOException {
    boolean first = leaves.get(0).repetition() == node.repetitionLevel();
    for (LeafReader leaf : leaves) {
      int level = leaf.repetition();
      if (level > node.repetitionLevel() || (level == node.repetitionLevel()) != first) {
        throw leaf.disagree();
      }
    }
    return first;
  }
}
