package simile.query;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import simile.merge.Entry;
import simile.merge.KeyMerge;
import simile.merge.SegmentSource;
import simile.record.IdRange;

/** The live rows of whole segments whose ids are in a range, by id. */
final class LiveEntries implements LiveRows {
  private final KeyMerge merge;

  LiveEntries(List<SegmentSource> sources, IdRange range) throws IOException {
    this.merge = KeyMerge.of(sources, range);
  }

  @Override
  public Optional<Entry> next() throws IOException {
    while (merge.next()) {
      if (!merge.cursor().isDeletion()) {
        return Optional.of(merge.entry());
      }
    }
    return Optional.empty();
  }
}
