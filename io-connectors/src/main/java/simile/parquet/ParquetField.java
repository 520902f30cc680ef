package simile.parquet;

import java.io.Serializable;
import simile.record.Schema;

/**
 * A field of a record that has a column of its own.
 *
 * @param name the member's name in JSON and the column's in Parquet
 * @param type what it holds
 */
public record ParquetField(String name, ParquetType type) implements Serializable {

  /**
   * The column of the members that no other column takes: a JSON object, or null. A string, as in
   * SQLite, since it may hold what readers refuse as JSON.
   */
  public static final String EXTRA = Schema.EXTRA;
}
