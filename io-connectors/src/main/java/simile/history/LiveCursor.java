package simile.history;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import simile.files.StoreFiles;
import simile.merge.KeyMerge;
import simile.merge.SegmentSources;
import simile.record.IdRange;
import simile.segment.LiveSegment;

/** Walks the live records of a version by id. */
final class LiveCursor implements Closeable {
  private final SegmentSources sources;
  private final KeyMerge merge;
  private boolean atEnd;

  LiveCursor(StoreFiles files, List<LiveSegment> segments) throws IOException {
    sources = SegmentSources.open(files, segments);
    try {
      merge = KeyMerge.of(sources.list(), IdRange.ALL);
      next();
    } catch (IOException | RuntimeException e) {
      sources.close();
      throw e;
    }
  }

  void next() throws IOException {
    atEnd = !merge.next();
    while (!atEnd && merge.cursor().isDeletion()) {
      atEnd = !merge.next();
    }
  }

  boolean atEnd() {
    return atEnd;
  }

  KeyMerge at() {
    return merge;
  }

  /** By id; the end comes after every id. */
  int compareTo(LiveCursor other) {
    if (atEnd || other.atEnd) {
      return Boolean.compare(atEnd, other.atEnd);
    }
    return Arrays.compareUnsigned(
        merge.cursor().idBytes(),
        0,
        merge.cursor().idLength(),
        other.merge.cursor().idBytes(),
        0,
        other.merge.cursor().idLength());
  }

  /** Whether both are at one and the same row, wherever it lies by now. */
  boolean isSameRow(LiveCursor other) {
    return merge.commit() == other.merge.commit()
        && merge.cursor().position() == other.merge.cursor().position();
  }

  @Override
  public void close() throws IOException {
    sources.close();
  }
}
