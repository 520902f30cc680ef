package simile.sqlite;

import java.io.Serializable;
import java.util.List;

/**
 * A table of one's own making.
 *
 * @param name any name
 * @param columns each as SQL defines a column, such as {@code "id TEXT PRIMARY KEY"}: write them
 *     yourself, never from input
 * @param indexes each a list of column names
 */
public record SqliteTable(String name, List<String> columns, List<List<String>> indexes)
    implements Serializable {
  public SqliteTable {
    columns = List.copyOf(columns);
    indexes = indexes.stream().map(List::copyOf).toList();
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("table '" + name + "' needs a column");
    }
  }
}
