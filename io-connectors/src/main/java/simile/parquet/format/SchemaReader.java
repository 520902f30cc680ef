package simile.parquet.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simile.parquet.ParquetFormatException;

/** Makes a tree of the list of elements, in depth-first order, that a footer has. */
final class SchemaReader {
  private static final int TYPE = 1;
  private static final int TYPE_LENGTH = 2;
  private static final int REPETITION = 3;
  private static final int NAME = 4;
  private static final int CHILDREN = 5;

  private static final int MAX_DEPTH = 64;
  private static final int MAX_TYPE_LENGTH = 1 << 16;

  private final List<ThriftStruct> elements;
  private final List<SchemaNode> leaves = new ArrayList<>();
  private int next;

  SchemaReader(List<ThriftStruct> elements) {
    this.elements = elements;
  }

  /** The root; afterwards {@link #leaves} has the columns. */
  SchemaNode read() throws ParquetFormatException {
    if (elements.isEmpty()) {
      throw new ParquetFormatException("the schema is missing");
    }
    ThriftStruct element = elements.get(next++);
    SchemaNode root = group(element, "", Repetition.REQUIRED, 0, 0, 0);
    if (next != elements.size()) {
      throw new ParquetFormatException("the schema has elements outside of its tree");
    }
    return root;
  }

  List<SchemaNode> leaves() {
    return List.copyOf(leaves);
  }

  private SchemaNode node(int definition, int repetition, int depth) throws ParquetFormatException {
    if (next == elements.size()) {
      throw new ParquetFormatException("the schema ends in the middle of a group");
    }
    if (depth > MAX_DEPTH) {
      throw new ParquetFormatException("the schema is nested deeper than " + MAX_DEPTH);
    }
    ThriftStruct element = elements.get(next++);
    Repetition repeats = Repetition.of(element.number(REPETITION, "a column's repetition"));
    int defined = definition + (repeats == Repetition.REQUIRED ? 0 : 1);
    int repeated = repetition + (repeats == Repetition.REPEATED ? 1 : 0);
    String name = element.text(NAME, "a column's name");
    return element.has(TYPE)
        ? leaf(element, name, repeats, defined, repeated)
        : group(element, name, repeats, defined, repeated, depth);
  }

  private SchemaNode leaf(
      ThriftStruct element, String name, Repetition repeats, int defined, int repeated)
      throws ParquetFormatException {
    PhysicalType type = PhysicalType.of(element.number(TYPE, "a column's type"));
    int length = type == PhysicalType.FIXED ? element.count(TYPE_LENGTH, "a type's length") : 0;
    if (length > MAX_TYPE_LENGTH || (type == PhysicalType.FIXED && length == 0)) {
      throw new ParquetFormatException("column '" + name + "' has values of " + length + " bytes");
    }
    SchemaNode leaf =
        new SchemaNode(
            name,
            repeats,
            Optional.of(type),
            length,
            Annotations.of(element),
            defined,
            repeated,
            leaves.size(),
            List.of());
    leaves.add(leaf);
    return leaf;
  }

  private SchemaNode group(
      ThriftStruct element, String name, Repetition repeats, int defined, int repeated, int depth)
      throws ParquetFormatException {
    int firstLeaf = leaves.size();
    int count = element.count(CHILDREN, "the number of a group's members");
    Set<String> names = new HashSet<>();
    List<SchemaNode> children = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SchemaNode child = node(defined, repeated, depth + 1);
      if (!names.add(child.name())) {
        throw new ParquetFormatException("column '" + child.name() + "' is there twice");
      }
      children.add(child);
    }
    if (children.isEmpty()) {
      throw new ParquetFormatException("the group '" + name + "' has no members");
    }
    return new SchemaNode(
        name,
        repeats,
        Optional.empty(),
        0,
        Annotations.of(element),
        defined,
        repeated,
        firstLeaf,
        children);
  }
}
