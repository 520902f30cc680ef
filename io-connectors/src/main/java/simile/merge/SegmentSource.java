package simile.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import simile.files.ChannelPool;
import simile.files.StoreFiles;
import simile.keys.KeyFileReader;
import simile.keys.KeyIndex;
import simile.keys.KeyIndexes;
import simile.segment.FileKind;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/** A live segment, opened: its key file, and the commit that its fresh rows belong to. */
public final class SegmentSource implements Closeable {
  private final Segment segment;
  private final long commit;
  private final KeyFileReader keys;
  private final byte[] least;
  private final byte[] greatest;

  private SegmentSource(Segment segment, long commit, KeyFileReader keys) {
    this.segment = segment;
    this.commit = commit;
    this.keys = keys;
    this.least = segment.minId().getBytes(UTF_8);
    this.greatest = segment.maxId().getBytes(UTF_8);
  }

  /**
   * Opens it.
   *
   * @throws simile.keys.CorruptKeyFileException if its key file is damaged
   */
  public static SegmentSource open(StoreFiles files, LiveSegment live) throws IOException {
    Segment segment = live.segment();
    String path = keyFile(segment);
    KeyFileReader keys = KeyFileReader.open(files, path);
    try {
      KeyFileOwner.require(files, segment, path, keys);
      return new SegmentSource(segment, live.commit(), keys);
    } catch (IOException | RuntimeException e) {
      keys.close();
      throw e;
    }
  }

  /** Opens one of many, whose index may be known; a block that does not belong to it is damage. */
  static SegmentSource open(
      StoreFiles files, ChannelPool channels, KeyIndexes indexes, LiveSegment live)
      throws IOException {
    Segment segment = live.segment();
    String path = keyFile(segment);
    KeyIndex index =
        indexes.get(
            channels,
            path,
            read -> KeyFileOwner.require(files, segment, path, KeyFileReader.of(read, channels)));
    return new SegmentSource(segment, live.commit(), KeyFileReader.of(index, channels));
  }

  private static String keyFile(Segment segment) throws IOException {
    return segment
        .file(FileKind.KEYS)
        .orElseThrow(() -> new IOException("segment " + segment.name() + " has no key file"))
        .path();
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

  /** Whether an id, in UTF-8, is between the least and the greatest. */
  boolean mayHold(byte[] id) {
    return Arrays.compareUnsigned(least, id) <= 0 && Arrays.compareUnsigned(id, greatest) <= 0;
  }

  @Override
  public void close() throws IOException {
    keys.close();
  }
}
