package simile.parquet.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.Annotation;
import simile.parquet.format.SchemaNode;

/** Makes readers of a schema's nodes, over the columns of a row group. */
final class NodeReaders {
  private final List<LeafReader> leaves;

  NodeReaders(List<LeafReader> leaves) {
    this.leaves = leaves;
  }

  /** Reads a node, repeated ones as arrays. */
  NodeReader of(SchemaNode node) throws IOException {
    return node.isRepeated() ? new ItemsNode(node, below(node), once(node)) : once(node);
  }

  /** Reads what a node is, one time. */
  private NodeReader once(SchemaNode node) throws IOException {
    if (node.isLeaf()) {
      return new LeafNode(node, leaves.get(node.firstLeaf()), ScalarFormats.of(node));
    } else if (node.annotation() instanceof Annotation.Listed) {
      return list(node);
    } else if (node.annotation() instanceof Annotation.Mapped && isMap(node)) {
      return map(node);
    } else if (node.annotation() instanceof Annotation.Foreign foreign) {
      throw new ParquetFormatException(
          "column '%s' is of type %s, which has no form in JSON; leave it out or write it as text"
              .formatted(node.name(), foreign.name()));
    }
    return struct(node);
  }

  private StructNode struct(SchemaNode node) throws IOException {
    List<NodeReader> children = new ArrayList<>();
    for (SchemaNode child : node.children()) {
      children.add(of(child));
    }
    return new StructNode(node, below(node), children);
  }

  /** How old and new writers mean an item: the format's rules for compatibility of lists. */
  private ListNode list(SchemaNode node) throws IOException {
    SchemaNode repeated = node.children().get(0);
    if (node.children().size() != 1 || !repeated.isRepeated()) {
      throw new ParquetFormatException("list '%s' has no items".formatted(node.name()));
    }
    boolean itself =
        repeated.isLeaf()
            || repeated.children().size() > 1
            || repeated.name().equals("array")
            || repeated.name().equals(node.name() + "_tuple")
            || repeated.children().get(0).isRepeated();
    SchemaNode item = itself ? repeated : repeated.children().get(0);
    ItemsNode items = new ItemsNode(repeated, below(repeated), once(item));
    return new ListNode(node, below(node), items);
  }

  /** An old word for a map's entries stands on the entries themselves. */
  private static boolean isMap(SchemaNode node) {
    SchemaNode entries = node.children().get(0);
    return node.children().size() == 1
        && entries.isRepeated()
        && !entries.isLeaf()
        && entries.children().size() <= 2;
  }

  private MapNode map(SchemaNode node) throws IOException {
    SchemaNode entries = node.children().get(0);
    SchemaNode key = entries.children().get(0);
    if (!key.isLeaf() || key.isRepeated()) {
      throw new ParquetFormatException(
          "map '%s' has keys that are no texts or numbers".formatted(node.name()));
    }
    Optional<NodeReader> value = Optional.empty();
    if (entries.children().size() == 2) {
      value = Optional.of(of(entries.children().get(1)));
    }
    return new MapNode(
        node, below(node), new EntriesNode(entries, below(entries)), once(key), quotes(key), value);
  }

  private static boolean quotes(SchemaNode key) {
    Annotation meaning = key.annotation();
    return meaning instanceof Annotation.None
        || meaning instanceof Annotation.Whole
        || meaning instanceof Annotation.Decimal;
  }

  private List<LeafReader> below(SchemaNode node) {
    if (node.isLeaf()) {
      return List.of(leaves.get(node.firstLeaf()));
    }
    List<LeafReader> all = new ArrayList<>();
    node.children().forEach(child -> all.addAll(below(child)));
    return all;
  }
}
