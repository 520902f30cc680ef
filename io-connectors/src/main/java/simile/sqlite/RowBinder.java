package simile.sqlite;

import java.io.ByteArrayOutputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import simile.record.ColumnType;
import simile.record.RecordBatch;

/** Binds rows of one batch to the parameters of an insert. */
final class RowBinder {
  private final RecordBatch batch;
  private final byte[] bytes;
  private final ColumnType[] types;

  RowBinder(RecordBatch batch) {
    this.batch = batch;
    this.bytes = batch.bytes();
    this.types = batch.schema().columns().stream().map(c -> c.type()).toArray(ColumnType[]::new);
  }

  /** Binds every parameter, from the first on. */
  void bind(PreparedStatement insert, int row) throws SQLException {
    int idStart = batch.idStart(row);
    insert.setString(1, JsonSpans.raw(batch.ids(), idStart, batch.idEnd(row) - idStart));
    for (int column = 1; column < types.length; column++) {
      int start = batch.spanStart(row, column);
      if (start >= 0) {
        bindValue(insert, row, column, start);
      } else if (batch.isStamped(row, column)) {
        insert.setString(column + 1, batch.submittedAt());
      } else {
        insert.setNull(column + 1, Types.NULL);
      }
    }
    bindExtras(insert, row);
  }

  private void bindValue(PreparedStatement insert, int row, int column, int start)
      throws SQLException {
    int length = batch.spanLength(row, column);
    switch (types[column]) {
      case TEXT, TIMESTAMP -> insert.setString(column + 1, JsonSpans.text(bytes, start, length));
      case JSON -> insert.setString(column + 1, JsonSpans.raw(bytes, start, length));
      case REAL -> insert.setDouble(column + 1, Double.longBitsToDouble(batch.scalar(row, column)));
      case INTEGER, BOOLEAN -> insert.setLong(column + 1, batch.scalar(row, column));
    }
  }

  private void bindExtras(PreparedStatement insert, int row) throws SQLException {
    int parameter = types.length + 1;
    int extras = batch.extras(row);
    if (extras == 0) {
      insert.setNull(parameter, Types.NULL);
      return;
    }
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    for (int i = 0; i < extras; i++) {
      object.write(i == 0 ? '{' : ',');
      object.write(bytes, batch.extraStart(row, i), batch.extraLength(row, i));
    }
    object.write('}');
    byte[] json = object.toByteArray();
    insert.setString(parameter, JsonSpans.raw(json, 0, json.length));
  }
}
