package simile.predecessor;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import simile.foreign.ForeignFileException;
import simile.foreign.ForeignTables;

/** The predecessor's tables, row by row. */
final class Tables {
  static final String DELETED = "deleted_at";
  private static final String ID = "id";

  private final ForeignTables tables;
  private final String name;

  /**
   * @param name how people know the file
   */
  Tables(ForeignTables tables, String name) {
    this.tables = tables;
    this.name = name;
  }

  /**
   * What a table held.
   *
   * @param live ids of rows that are not deleted
   * @param deleted ids of rows that are
   */
  record Ids(Set<String> live, Set<String> deleted) {}

  /** Whether there is such a table. */
  boolean has(String table) throws IOException {
    return !tables.columns(table).isEmpty();
  }

  /**
   * Writes the rows that are not deleted as lines.
   *
   * @throws ForeignFileException if the table has no id
   */
  Ids write(String table, OutputStream out) throws IOException {
    List<String> columns = new ArrayList<>(tables.columns(table));
    if (!columns.remove(ID)) {
      throw new ForeignFileException(
          name, "table '%s' has the columns %s; expected one named 'id'".formatted(table, columns));
    }
    columns.add(0, ID);
    int mark = columns.indexOf(DELETED);
    Ids ids = new Ids(new HashSet<>(), new HashSet<>());
    tables.forEach(
        table,
        columns,
        (names, values) -> {
          String id = String.valueOf(values[0]);
          if (mark >= 0 && values[mark] != null) {
            ids.deleted().add(id);
          } else {
            ids.live().add(id);
            out.write(RowLine.of(columns, values));
          }
        });
    return ids;
  }
}
