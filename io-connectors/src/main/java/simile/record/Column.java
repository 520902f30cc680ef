package simile.record;

import java.io.Serializable;

/**
 * A top-level field that the formats know by name.
 *
 * @param name the field's name in JSON and the column's in SQLite
 * @param type what it holds
 * @param stamped whether a record without it gets the time at which its run was submitted
 *     (timestamps only)
 * @param indexed whether SQLite shards have an index on it alone
 */
public record Column(String name, ColumnType type, boolean stamped, boolean indexed)
    implements Serializable {

  public static Column of(String name, ColumnType type) {
    return new Column(name, type, false, false);
  }
}
