package simile.rewrite;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import simile.json.JsonSpans;
import simile.json.MalformedJsonException;
import simile.json.walk.Members;
import simile.json.walk.Names;
import simile.json.walk.Scalars;
import simile.record.ColumnType;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;
import simile.record.TextCache;

/**
 * Takes stored lines apart by a schema. {@code null} is a lack; of a member that is there twice
 * (builds before 0.1 put the stamped time after a null) the last that fits counts.
 */
final class RowParser {
  /** No column, but known all the same. */
  private static final int UNSTORED = -2;

  private final Members members = new Members();
  private final Names names;
  private final ColumnType[] types;
  private final Scalars scalars = new Scalars();
  private final TextCache texts = new TextCache();
  private final int partitionColumn;

  RowParser(Schema schema, Set<String> unstored) {
    names = new Names(columns(schema, unstored));
    types = schema.columns().stream().map(column -> column.type()).toArray(ColumnType[]::new);
    partitionColumn = schema.partitionColumn();
  }

  /** Sets the columns, unknown members and partition of the row that was started. */
  void parse(byte[] bytes, int start, int end, RecordBatchBuilder into)
      throws MalformedJsonException {
    members.moveTo(bytes, start, end);
    try {
      parseMembers(bytes, into);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      // What decodes numbers and escapes takes them for checked.
      throw new MalformedJsonException("a stored line is no JSON object: " + e.getMessage(), e);
    }
  }

  private void parseMembers(byte[] bytes, RecordBatchBuilder into) throws MalformedJsonException {
    while (members.next()) {
      int column = names.find(bytes, members.nameStart(), members.nameEnd());
      if (column == UNSTORED || (column >= 0 && bytes[members.valueStart()] == 'n')) {
        continue;
      }
      if (column < 0 || !scalars.fits(types[column], bytes, members)) {
        into.extra(members.nameStart(), members.valueEnd() - members.nameStart());
        continue;
      }
      int length = members.valueEnd() - members.valueStart();
      into.column(column, members.valueStart(), length, scalars.scalar());
      if (column == partitionColumn && bytes[members.valueStart()] == '"') {
        into.partition(text(bytes, members.valueStart(), members.valueEnd()));
      }
    }
  }

  private static Map<String, Integer> columns(Schema schema, Set<String> unstored) {
    Map<String, Integer> columns = new HashMap<>();
    unstored.forEach(name -> columns.put(name, UNSTORED));
    for (int c = 0; c < schema.columns().size(); c++) {
      columns.put(schema.columns().get(c).name(), c);
    }
    return columns;
  }

  private String text(byte[] bytes, int start, int end) {
    return members.valueHasEscapes()
        ? JsonSpans.text(bytes, start, end - start)
        : texts.text(bytes, start + 1, end - 1);
  }
}
