package simile.compact;

import java.io.IOException;
import simile.files.StoreFiles;
import simile.jsonl.Compression;
import simile.keys.KeyFileReader;
import simile.merge.SegmentSource;
import simile.record.Schema;
import simile.record.Utf8Order;
import simile.segment.BlockTable;
import simile.segment.DataFile;
import simile.segment.FileKind;
import simile.segment.LiveSegment;
import simile.segment.Segment;
import simile.segment.SegmentSize;

/**
 * A live segment and its size.
 *
 * @param live the segment
 * @param bytes as {@link SegmentSize} counts them
 */
record Stored(LiveSegment live, long bytes) {

  /** Opens the key file only if the JSONL is compressed. */
  static Stored of(StoreFiles files, LiveSegment live, Schema schema) throws IOException {
    Segment segment = live.segment();
    boolean compressed =
        segment.files(FileKind.JSONL).stream()
            .anyMatch(file -> Compression.ofPath(file.path()) != Compression.NONE);
    long rows = compressed ? uncompressed(files, live) : jsonl(segment);
    return new Stored(live, SegmentSize.of(segment, rows, schema.dimension()));
  }

  Segment segment() {
    return live.segment();
  }

  /** Whether all ids of this one are below all of the other. */
  boolean isBelow(Stored other) {
    return Utf8Order.compare(segment().maxId(), other.segment().minId()) < 0;
  }

  private static long jsonl(Segment segment) {
    return segment.files(FileKind.JSONL).stream().mapToLong(DataFile::bytes).sum();
  }

  private static long uncompressed(StoreFiles files, LiveSegment live) throws IOException {
    try (SegmentSource source = SegmentSource.open(files, live)) {
      KeyFileReader keys = source.keys();
      return keys.tables().stream().mapToLong(BlockTable::uncompressedBytes).sum();
    }
  }
}
