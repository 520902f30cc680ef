package simile.rewrite;

import java.util.Set;
import simile.json.JsonSpans;
import simile.json.MalformedJsonException;
import simile.record.ColumnType;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;
import simile.record.TextCache;

/**
 * Takes stored lines apart by a schema. {@code null} is a lack; of a member that is there twice
 * (builds before 0.1 put the stamped time after a null) the last that fits counts.
 */
final class RowParser {
  private final Members members = new Members();
  private final Names names;
  private final ColumnType[] types;
  private final Values values = new Values();
  private final TextCache texts = new TextCache();
  private final int partitionColumn;

  RowParser(Schema schema, Set<String> unstored) {
    names = new Names(schema, unstored);
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
    for (int ordinal = 0; members.next(); ordinal++) {
      int column = names.find(bytes, members.nameStart(), members.nameEnd(), ordinal);
      if (column == Names.UNSTORED || (column >= 0 && bytes[members.valueStart()] == 'n')) {
        continue;
      }
      if (column < 0 || !values.fits(types[column], bytes, members)) {
        into.extra(members.nameStart(), members.valueEnd() - members.nameStart());
        continue;
      }
      int length = members.valueEnd() - members.valueStart();
      into.column(column, members.valueStart(), length, values.scalar());
      if (column == partitionColumn && bytes[members.valueStart()] == '"') {
        into.partition(text(bytes, members.valueStart(), members.valueEnd()));
      }
    }
  }

  private String text(byte[] bytes, int start, int end) {
    return members.valueHasEscapes()
        ? JsonSpans.text(bytes, start, end - start)
        : texts.text(bytes, start + 1, end - 1);
  }
}
