package simile.merge;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.record.IdRange;
import simile.segment.LiveSegment;
import simile.testing.TestStore;

class KeyRangesTest {
  private static final int SEGMENTS = 6;
  private static final int ROWS = 2_000;

  @TempDir Path folder;

  @Test
  void rangesOfSegmentsThatHoldTheSameIdsHaveAboutAsManyEntriesEach() throws IOException {
    TestStore store = TestStore.at(folder);
    for (int s = 0; s < SEGMENTS; s++) {
      store.ingest("run-" + s, lines(s));
    }
    List<LiveSegment> segments = store.segments(SEGMENTS);
    try (SegmentSources sources = SegmentSources.open(store.files(), segments)) {
      List<Long> entries = new ArrayList<>();
      for (IdRange range : KeyRanges.cut(sources.list(), SEGMENTS * ROWS / 2)) {
        entries.add(entries(sources.list(), range));
      }
      assertThat(entries, hasSize(2));
      assertThat(entries.stream().mapToLong(n -> n).sum(), is((long) SEGMENTS * ROWS));
      assertThat(entries, everyItem(lessThan(SEGMENTS * ROWS * 6L / 10)));
    }
  }

  private static String[] lines(int segment) {
    String[] lines = new String[ROWS];
    for (int row = 0; row < ROWS; row++) {
      lines[row] = TestStore.line("i%06d".formatted(row * SEGMENTS + segment), row);
    }
    return lines;
  }

  private static long entries(List<SegmentSource> sources, IdRange range) throws IOException {
    long entries = 0;
    KeyMerge merge = KeyMerge.of(sources, range);
    while (merge.next()) {
      entries += 1 + merge.older();
    }
    return entries;
  }
}
