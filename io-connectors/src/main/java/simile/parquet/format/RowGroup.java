package simile.parquet.format;

import java.util.List;

/**
 * Rows that lie together, as one chunk a column.
 *
 * @param firstRow the number of its first row in the file, from 0
 * @param columns in the order of the schema's leaves
 */
public record RowGroup(long firstRow, long rows, List<ColumnChunk> columns) {
  public RowGroup {
    columns = List.copyOf(columns);
  }

  /** The byte of the file at which the group starts, for splitting. */
  public long start() {
    return columns.get(0).start();
  }

  /** Bytes of all its columns, as stored. */
  public long bytes() {
    return columns.stream().mapToLong(ColumnChunk::bytes).sum();
  }
}
