package simile.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import simile.merge.ExtentReader;
import simile.merge.KeyMerge;
import simile.merge.LiveRows;

/**
 * The answers among the rows of a merge in the order of files: of one stretch of ids after the
 * other the key files tell which rows are alive, and then each file is read from front to back.
 */
final class FileScan implements Rows {
  private final KeyMerge merge;
  private final RowLook look;
  private final int mostRows;
  private final Closeable sources;

  /**
   * @param mostRows of a stretch
   * @param sources closed with this
   */
  FileScan(KeyMerge merge, RowLook look, int mostRows, Closeable sources) {
    this.merge = merge;
    this.look = look;
    this.mostRows = mostRows;
    this.sources = sources;
  }

  @Override
  public Optional<Row> next() throws IOException {
    ExtentReader extents = look.extents();
    LiveRows live = look.live();
    do {
      while (extents.next()) {
        Optional<byte[]> json = look.answer();
        look.seen().saw(live.file(extents.rank()), json.isPresent());
        if (json.isPresent()) {
          return Optional.of(look.row(extents.rank(), json.get()));
        }
      }
    } while (nextStretch(live, extents));
    return Optional.empty();
  }

  private boolean nextStretch(LiveRows live, ExtentReader extents) throws IOException {
    boolean more = live.fill(merge, look.seen()::mayMatch, mostRows);
    extents.begin(live, 0, live.size());
    return more;
  }

  @Override
  public void close() throws IOException {
    try (Closeable closed = sources) {
      look.close();
    }
  }
}
