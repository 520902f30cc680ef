package simile.merge;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import simile.files.StoreFiles;
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
