package simile.parquet.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import simile.json.MalformedJsonException;
import simile.json.walk.Members;
import simile.json.walk.Names;
import simile.parquet.ParquetField;

/**
 * Takes a record apart into its cells. Of a member that is there twice the last that fits counts,
 * and {@code null} is a lack, as for every format of the store.
 */
final class RowShredder {
  private final Members members = new Members();
  private final Names names;
  private final Cell[] cells;
  private final ExtraCell extra;

  RowShredder(List<ParquetField> fields, List<Cell> cells, ExtraCell extra) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(ParquetField.EXTRA)
          || numbers.put(fields.get(i).name(), i) != null) {
        throw new IllegalArgumentException(
            "the column '%s' would be there twice; rename the field"
                .formatted(fields.get(i).name()));
      }
    }
    this.names = new Names(numbers);
    this.cells = cells.toArray(Cell[]::new);
    this.extra = extra;
  }

  /** Gives the members of the object in {@code bytes[start, end)} to the cells. */
  void take(byte[] bytes, int start, int end) throws MalformedJsonException {
    members.moveTo(bytes, start, end);
    while (members.nextName()) {
      int cell = names.find(bytes, members.nameStart(), members.nameEnd());
      if (cell == Names.UNKNOWN) {
        members.passValue();
        extra.take(members);
      } else if (!cells[cell].walk(bytes, members)) {
        extra.take(members);
      }
    }
  }

  /** Writes the row that was taken from {@code bytes}. */
  void write(byte[] bytes) {
    for (Cell cell : cells) {
      cell.write(bytes);
    }
    extra.write(bytes);
  }
}
