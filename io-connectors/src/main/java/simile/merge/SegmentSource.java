package simile.merge;

import java.io.Closeable;
import java.io.IOException;
import simile.files.StoreFiles;
import simile.keys.KeyFileReader;
import simile.segment.FileKind;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/** A live segment, opened: its key file, and the commit that its fresh rows belong to. */
public final class SegmentSource implements Closeable {
  private final Segment segment;
  private final long commit;
  private final KeyFileReader keys;

  private SegmentSource(Segment segment, long commit, KeyFileReader keys) {
    this.segment = segment;
    this.commit = commit;
    this.keys = keys;
  }

  /**
   * Opens it.
   *
   * @throws simile.keys.CorruptKeyFileException if its key file is damaged, or another segment's
   */
  public static SegmentSource open(StoreFiles files, LiveSegment live) throws IOException {
    Segment segment = live.segment();
    String path =
        segment
            .file(FileKind.KEYS)
            .orElseThrow(() -> new IOException("segment " + segment.name() + " has no key file"))
            .path();
    KeyFileReader keys = KeyFileReader.open(files, path);
    try {
      KeyFileOwner.require(files, segment, path, keys);
      return new SegmentSource(segment, live.commit(), keys);
    } catch (IOException | RuntimeException e) {
      keys.close();
      throw e;
    }
  }

  public Segment segment() {
    return segment;
  }

  public KeyFileReader keys() {
    return keys;
  }

  /** The commit of an entry, whose own is 0 for a fresh row. */
  public long commitOf(long entryCommit) {
    return entryCommit == 0 ? commit : entryCommit;
  }

  @Override
  public void close() throws IOException {
    keys.close();
  }
}
