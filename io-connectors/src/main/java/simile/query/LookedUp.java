package simile.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The live rows of some ids, each found through the index of the key files. */
final class LookedUp implements LiveRows {
  private final Iterator<String> ids;
  private final List<SegmentSource> sources;

  LookedUp(Iterator<String> ids, List<SegmentSource> sources) {
    this.ids = ids;
    this.sources = sources;
  }

  @Override
  public Optional<LiveRow> next() throws IOException {
    while (ids.hasNext()) {
      Optional<LiveRow> row = KeyMerge.find(sources, ids.next().getBytes(UTF_8));
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }
}
