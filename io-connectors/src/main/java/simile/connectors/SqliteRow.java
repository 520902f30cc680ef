package simile.connectors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.beam.sdk.coders.DefaultCoder;

/**
 * A row of a SQLite table: values by column.
 *
 * @param values {@code String}, {@code Long}, {@code Double}, {@code byte[]} or {@code null} (SQL's
 *     NULL)
 */
@DefaultCoder(SqliteRowCoder.class)
public record SqliteRow(List<Object> values) {

  public SqliteRow {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  public static SqliteRow of(Object... values) {
    return new SqliteRow(Arrays.asList(values));
  }

  /** Equal if all values are; byte arrays by content. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SqliteRow that
        && Arrays.deepEquals(values.toArray(), that.values.toArray());
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values.toArray());
  }
}
