package simile.cli.option;

import java.util.ArrayList;
import java.util.List;
import simile.cli.console.Column;
import simile.cli.console.OutputFormat;
import simile.record.ColumnType;
import simile.record.Schema;

/** The columns of records in a table or CSV. */
public final class RecordColumns {
  private RecordColumns() {}

  /** What people can read in a cell; CSV has all. */
  public static List<Column> of(Schema schema, OutputFormat format, boolean withEmbeddings) {
    boolean all = format != OutputFormat.TABLE;
    List<Column> columns =
        new ArrayList<>(
            schema.columns().stream()
                .filter(column -> all || column.type() != ColumnType.JSON)
                .map(RecordColumns::column)
                .toList());
    if (withEmbeddings) {
      columns.add(Column.text(Schema.EMBEDDING));
    }
    return columns;
  }

  private static Column column(simile.record.Column column) {
    boolean number = column.type() == ColumnType.REAL || column.type() == ColumnType.INTEGER;
    return number ? Column.number(column.name()) : Column.text(column.name());
  }
}
