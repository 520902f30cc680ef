package simile.query;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import simile.merge.Entry;
import simile.merge.KeyMerge;
import simile.merge.SegmentSource;

/** The live rows of some ids, each found through the index of the key files. */
final class LookedUp implements LiveRows {
  private final Iterator<String> ids;
  private final List<SegmentSource> sources;

  LookedUp(Iterator<String> ids, List<SegmentSource> sources) {
    this.ids = ids;
    this.sources = sources;
  }

  @Override
  public Optional<Entry> next() throws IOException {
    while (ids.hasNext()) {
      Optional<Entry> row = KeyMerge.find(sources, ids.next());
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }
}
