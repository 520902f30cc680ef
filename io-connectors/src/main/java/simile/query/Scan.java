package simile.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import simile.merge.KeyMerge;

/** The answers among the rows of a merge, by id. */
final class Scan implements Rows {
  private final KeyMerge merge;
  private final RowLook look;
  private final Closeable sources;

  /**
   * @param sources closed with this
   */
  Scan(KeyMerge merge, RowLook look, Closeable sources) {
    this.merge = merge;
    this.look = look;
    this.sources = sources;
  }

  @Override
  public Optional<Row> next() throws IOException {
    while (merge.next()) {
      if (!merge.cursor().isDeletion()) {
        Optional<Row> row = look.at(merge);
        if (row.isPresent()) {
          return row;
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    try (Closeable closed = sources) {
      look.close();
    }
  }
}
