package simile.query;

import java.io.Closeable;
import java.io.IOException;
import simile.files.StoreFiles;
import simile.keys.KeyFileReader;
import simile.segment.FileKind;
import simile.segment.Segment;

/** A live segment, opened: its key file, and the commit that its fresh rows belong to. */
final class SegmentSource implements Closeable {
  private final Segment segment;
  private final long commit;
  private final KeyFileReader keys;

  private SegmentSource(Segment segment, long commit, KeyFileReader keys) {
    this.segment = segment;
    this.commit = commit;
    this.keys = keys;
  }

  static SegmentSource open(StoreFiles files, Segment segment, long commit) throws IOException {
    String path =
        segment
            .file(FileKind.KEYS)
            .orElseThrow(() -> new IOException("segment " + segment.name() + " has no key file"))
            .path();
    return new SegmentSource(segment, commit, KeyFileReader.open(files, path));
  }

  Segment segment() {
    return segment;
  }

  KeyFileReader keys() {
    return keys;
  }

  /** The commit of an entry, whose own is 0 for a fresh row. */
  long commitOf(long entryCommit) {
    return entryCommit == 0 ? commit : entryCommit;
  }

  @Override
  public void close() throws IOException {
    keys.close();
  }
}
