package simile.merge;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import simile.files.StoreFiles;
import simile.record.Utf8Order;
import simile.segment.LiveSegment;

/** Opened segments. */
public final class SegmentSources implements Closeable {
  private final List<SegmentSource> sources = new ArrayList<>();

  private SegmentSources() {}

  /** Opens them all, or none. */
  public static SegmentSources open(StoreFiles files, List<LiveSegment> segments)
      throws IOException {
    SegmentSources opened = new SegmentSources();
    try {
      for (LiveSegment live : segments) {
        opened.sources.add(SegmentSource.open(files, live));
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** Opens those that may hold an id from least to greatest, both included. */
  public static SegmentSources open(
      StoreFiles files, List<LiveSegment> segments, String least, String greatest)
      throws IOException {
    return open(
        files,
        segments.stream()
            .filter(live -> Utf8Order.compare(live.segment().minId(), greatest) <= 0)
            .filter(live -> Utf8Order.compare(least, live.segment().maxId()) <= 0)
            .toList());
  }

  public List<SegmentSource> list() {
    return sources;
  }

  @Override
  public void close() throws IOException {
    for (SegmentSource source : sources) {
      source.close();
    }
  }
}
