package simile.parquet.write;

import java.util.List;
import simile.json.MalformedJsonException;
import simile.json.walk.Members;

/** A field of the row that is being written: first takes its value, then writes it. */
abstract class Cell {

  /**
   * Goes over the value of the member whose name was just gone to, and takes it.
   *
   * @return whether it fits the field, or is null, which is a lack
   */
  boolean walk(byte[] bytes, Members member) throws MalformedJsonException {
    member.passValue();
    return bytes[member.valueStart()] == 'n' || take(bytes, member);
  }

  /**
   * Takes the current member's value, which is not null and lies in {@code bytes}, instead of what
   * it took before.
   *
   * @return whether the value fits the field; if not, the cell is as before. Where {@link #walk}
   *     takes all that fits, none does
   */
  boolean take(byte[] bytes, Members member) throws MalformedJsonException {
    return false;
  }

  /** Writes the value that it took from {@code bytes}, or null, and forgets it. */
  abstract void write(byte[] bytes);

  /** The columns that it writes to, in the order of the schema. */
  abstract List<ColumnWriter> columns();
}
