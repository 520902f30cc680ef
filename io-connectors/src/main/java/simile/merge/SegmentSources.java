package simile.merge;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import simile.files.ChannelPool;
import simile.files.StoreFiles;
import simile.keys.KeyIndexes;
import simile.record.Utf8Order;
import simile.segment.LiveSegment;

/**
 * Opened segments. However many there are, at most {@value #MAX_OPEN} of their key files are open
 * at once.
 */
public final class SegmentSources implements Closeable {
  private static final int MAX_OPEN = 256;

  private final List<SegmentSource> sources = new ArrayList<>();
  private final ChannelPool channels;

  private SegmentSources(StoreFiles files) {
    this.channels = new ChannelPool(files, MAX_OPEN);
  }

  /** Opens them all, or none. */
  public static SegmentSources open(StoreFiles files, List<LiveSegment> segments)
      throws IOException {
    return open(files, segments, new KeyIndexes(0));
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

  /**
   * Opens them all, or none.
   *
   * @param indexes those of key files that were used before
   */
  public static SegmentSources open(
      StoreFiles files, List<LiveSegment> segments, KeyIndexes indexes) throws IOException {
    SegmentSources opened = new SegmentSources(files);
    try {
      for (LiveSegment live : segments) {
        opened.sources.add(SegmentSource.open(files, opened.channels, indexes, live));
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

  /** How much of a key file was read since it was opened; of one that was known, only blocks. */
  public long bytesRead(String keyFile) {
    return channels.bytesRead(keyFile);
  }

  @Override
  public void close() throws IOException {
    channels.close();
  }
}
