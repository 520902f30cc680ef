package simile.foreign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Optional;
import simile.json.Utf8Json;
import simile.jsonl.LineBuffer;
import simile.jsonl.LineFault;
import simile.record.ColumnType;
import simile.record.Schema;
import simile.sqlite.ShardTable;

/**
 * A row of a table as a JSON object: NULL is a lack; a column that the schema has as JSON is the
 * JSON that its text is, one that it has as boolean is {@code true} or {@code false} for 1 and 0;
 * the members of {@code _extra} come after the columns.
 */
final class RowJson {
  private static final JsonFactory JSON = Utf8Json.writers();

  private final String[] names;
  private final Kind[] kinds;
  private final JsonText text = new JsonText();

  private enum Kind {
    VALUE,
    BOOLEAN,
    JSON,
    EXTRA
  }

  private RowJson(String[] names, Kind[] kinds) {
    this.names = names;
    this.kinds = kinds;
  }

  static RowJson of(ResultSetMetaData columns, Schema schema) throws SQLException {
    String[] names = new String[columns.getColumnCount()];
    Kind[] kinds = new Kind[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = columns.getColumnName(i + 1);
      kinds[i] = kind(names[i], schema);
    }
    return new RowJson(names, kinds);
  }

  private static Kind kind(String name, Schema schema) {
    int column = schema.indexOf(name);
    if (name.equals(Schema.EMBEDDING)) {
      return Kind.JSON;
    }
    if (column < 0) {
      return name.equals(ShardTable.EXTRA) ? Kind.EXTRA : Kind.VALUE;
    }
    ColumnType type = schema.columns().get(column).type();
    return switch (type) {
      case JSON -> Kind.JSON;
      case BOOLEAN -> Kind.BOOLEAN;
      case TEXT, REAL, INTEGER, TIMESTAMP -> Kind.VALUE;
    };
  }

  /** Writes the current row. */
  void write(ResultSet row, LineBuffer into) throws SQLException, IOException {
    try (JsonGenerator json = JSON.createGenerator(into)) {
      json.writeStartObject();
      String extra = "";
      for (int i = 0; i < names.length; i++) {
        Object value = row.getObject(i + 1);
        if (value != null && kinds[i] == Kind.EXTRA) {
          extra = extra(value, into);
        } else if (value != null) {
          write(json, i, value, into);
        }
      }
      if (!extra.isBlank()) {
        json.writeRaw((json.getOutputContext().getEntryCount() > 0 ? "," : "") + extra);
      }
      json.writeEndObject();
    }
  }

  private void write(JsonGenerator json, int column, Object value, LineBuffer into)
      throws IOException {
    Kind kind = kinds[column];
    json.writeFieldName(names[column]);
    if (kind == Kind.JSON && value instanceof String given) {
      Optional<String> found = text.oneLine(given);
      if (found.isEmpty()) {
        reject(into, column, "JSON", given);
      }
      json.writeRawValue(found.orElse("null"));
    } else if (kind == Kind.BOOLEAN && value instanceof Number number && isBit(number)) {
      json.writeBoolean(number.longValue() == 1);
    } else {
      writePlain(json, column, value, into);
    }
  }

  private void writePlain(JsonGenerator json, int column, Object value, LineBuffer into)
      throws IOException {
    if (value instanceof String given) {
      if (given.indexOf('\uFFFD') >= 0) {
        reject(into, column, "text in UTF-8 without replacement characters", given);
      }
      json.writeString(given);
    } else if (value instanceof Double number) {
      if (!Double.isFinite(number)) {
        reject(into, column, "a number that JSON can have", number.toString());
      }
      json.writeRawValue(Double.isFinite(number) ? number.toString() : "null");
    } else if (value instanceof Number number) {
      json.writeNumber(number.longValue());
    } else {
      reject(into, column, "text, a number or NULL", "a BLOB");
      json.writeNull();
    }
  }

  private String extra(Object value, LineBuffer into) throws IOException {
    Optional<String> members =
        value instanceof String given ? text.membersOf(given) : Optional.empty();
    if (members.isEmpty()) {
      into.reject(fault("/" + ShardTable.EXTRA, "a JSON object", value.toString()));
    }
    return members.orElse("");
  }

  private static boolean isBit(Number number) {
    return !(number instanceof Double) && (number.longValue() == 0 || number.longValue() == 1);
  }

  private void reject(LineBuffer into, int column, String expected, String actual) {
    into.reject(fault("/" + names[column], expected, actual));
  }

  private static LineFault fault(String field, String expected, String actual) {
    String few = actual.length() > 100 ? actual.substring(0, 100) + "…" : actual;
    return new LineFault(
        LineFault.VALUE, field, expected, few, "mend the row in the table that it comes from");
  }
}
