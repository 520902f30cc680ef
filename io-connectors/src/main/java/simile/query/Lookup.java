package simile.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import simile.merge.Entry;
import simile.merge.KeyLookup;
import simile.merge.SegmentSource;

/** The answers among the rows of some ids, each found through the indexes of the key files. */
final class Lookup implements Rows {
  private final Iterator<String> ids;
  private final KeyLookup segments;
  private final RowLook look;
  private final Closeable sources;

  /**
   * @param ids in order
   * @param sources closed with this
   */
  Lookup(Iterator<String> ids, List<SegmentSource> segments, RowLook look, Closeable sources) {
    this.ids = ids;
    this.segments = new KeyLookup(segments);
    this.look = look;
    this.sources = sources;
  }

  @Override
  public Optional<Row> next() throws IOException {
    while (ids.hasNext()) {
      Optional<Entry> entry = segments.findLive(ids.next().getBytes(UTF_8));
      Optional<Row> row = entry.isPresent() ? look.of(entry.get()) : Optional.empty();
      if (row.isPresent()) {
        return row;
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
