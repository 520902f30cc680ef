package simile.parquet.format;

import java.util.List;
import java.util.Optional;

/**
 * A node of a file's schema, and the root of what is below it.
 *
 * @param type how its values lie in the file; empty for a group
 * @param typeLength bytes of a value of type {@code FIXED}
 * @param definition the level at which it is there: optional and repeated nodes from the root to
 *     it, itself included
 * @param repetitionLevel the level at which it is repeated: repeated nodes from the root to it
 * @param firstLeaf the number of the first column below it, or its own
 */
public record SchemaNode(
    String name,
    Repetition repetition,
    Optional<PhysicalType> type,
    int typeLength,
    Annotation annotation,
    int definition,
    int repetitionLevel,
    int firstLeaf,
    List<SchemaNode> children) {

  public SchemaNode {
    children = List.copyOf(children);
  }

  public boolean isLeaf() {
    return type.isPresent();
  }

  public boolean isRepeated() {
    return repetition == Repetition.REPEATED;
  }

  /** Bytes of a plain value, where all have as many; else 0. */
  public int width() {
    PhysicalType physical = type.orElse(PhysicalType.BYTE_ARRAY);
    return physical == PhysicalType.FIXED ? typeLength : physical.width();
  }
}
