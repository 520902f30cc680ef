package simile.record;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a collection is stored; made from its contract.
 *
 * @param collection the collection's name, and the name of the SQLite table
 * @param columns the stored columns; the first is always {@link #ID}; {@link #EMBEDDING} is never
 *     among them
 * @param partitionBy the text column that names the JSONL partition, if any
 * @param indexes further SQLite indexes, each a list of column names
 * @param dimension the length of every embedding; empty where the collection has none yet
 */
public record Schema(
    String collection,
    List<Column> columns,
    Optional<String> partitionBy,
    List<List<String>> indexes,
    OptionalInt dimension) {

  /** The field that identifies a record. */
  public static final String ID = "id";

  /** The field that holds a vector; it lives in the NPZ and nowhere else. */
  public static final String EMBEDDING = "embedding";

  /** The column, where there are columns, of the members that the contract does not know. */
  public static final String EXTRA = "_extra";

  public Schema {
    columns = List.copyOf(columns);
    indexes = indexes.stream().map(List::copyOf).toList();
    if (columns.isEmpty() || !columns.get(0).name().equals(ID)) {
      throw new IllegalArgumentException("the first column must be '" + ID + "'");
    }
  }

  /** The index of a column, or -1 if there is none of that name. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the partition column, or -1 if the collection is not partitioned. */
  public int partitionColumn() {
    return partitionBy.map(this::indexOf).orElse(-1);
  }

  public Schema withDimension(OptionalInt newDimension) {
    return new Schema(collection, columns, partitionBy, indexes, newDimension);
  }
}
