package simile.parquet.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import simile.parquet.ParquetField;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.Annotation;
import simile.parquet.format.SchemaNode;

/** Writes the rows of a row group as JSON objects, in the order of the columns. */
final class RowReader {
  private final List<LeafReader> leaves;
  private final List<RowPart> parts = new ArrayList<>();

  RowReader(SchemaNode root, List<LeafReader> leaves) throws IOException {
    this.leaves = List.copyOf(leaves);
    NodeReaders readers = new NodeReaders(this.leaves);
    for (SchemaNode child : root.children()) {
      NodeReader reader = readers.of(child);
      Member member = new Member(reader, root.definition());
      parts.add(isExtra(child) ? new ExtraPart((LeafNode) reader, member) : member::write);
    }
  }

  /** A part of a row: a member, or several. */
  interface RowPart {
    /** Returns whether it wrote anything. */
    boolean write(JsonOut out, boolean first) throws IOException;
  }

  private static boolean isExtra(SchemaNode node) {
    return node.name().equals(ParquetField.EXTRA)
        && node.isLeaf()
        && !node.isRepeated()
        && (node.annotation() instanceof Annotation.Text
            || node.annotation() instanceof Annotation.Json);
  }

  void write(JsonOut out) throws IOException {
    for (LeafReader leaf : leaves) {
      if (leaf.ended() || leaf.repetition() != 0) {
        throw leaf.disagree();
      }
    }
    out.put('{');
    boolean first = true;
    for (RowPart part : parts) {
      first &= !part.write(out, first);
    }
    out.put('}');
  }

  /**
   * @throws ParquetFormatException if columns have more than the rows that were read
   */
  void requireEnd() throws ParquetFormatException {
    for (LeafReader leaf : leaves) {
      if (!leaf.ended()) {
        throw new ParquetFormatException("a row group has more rows than it claims");
      }
    }
  }
}
