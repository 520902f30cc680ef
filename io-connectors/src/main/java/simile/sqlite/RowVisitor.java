package simile.sqlite;

import java.io.IOException;
import java.util.List;

/** Takes rows one after another. */
public interface RowVisitor {
  /**
   * @param columns the names, in the order of the table
   * @param values by column: {@code String}, {@code Long}, {@code Double}, {@code byte[]}, or
   *     {@code null} for SQL's NULL; reused for the next row
   */
  void visit(List<String> columns, Object[] values) throws IOException;
}
