package simile.compact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import simile.files.StoreFiles;
import simile.keys.KeyFileReader;
import simile.merge.SegmentSource;
import simile.record.IdRange;
import simile.record.Utf8Order;

/**
 * Cuts the ids of segments into ranges of about one size. Where to cut is read from the indexes of
 * the key files: each of their blocks is taken to be spread evenly over its segment's bytes.
 */
final class RangeCutter {
  /** So many blocks of each segment are in a range, or it would be mostly the error of its cut. */
  private static final int LEAST_BLOCKS = 2;

  private final StoreFiles files;

  RangeCutter(StoreFiles files) {
    this.files = files;
  }

  /** A block of a key file: its least id, and about how many bytes its rows have. */
  private record Block(String firstId, double bytes) {}

  /**
   * All ids, in ranges.
   *
   * @param liveShare how much of each segment stays
   * @param targetBytes what a range shall have at most; ranges of few blocks are larger, and become
   *     several segments
   */
  List<IdRange> cut(List<Stored> segments, double liveShare, long targetBytes) throws IOException {
    double total = Component.bytes(segments) * liveShare;
    double wanted = Math.ceil(total / targetBytes);
    if (wanted <= 1) {
      return List.of(IdRange.ALL);
    }
    List<Block> blocks = new ArrayList<>();
    for (Stored stored : segments) {
      addBlocks(stored, liveShare, blocks);
    }
    // A range is known to within a block of each segment.
    int most = Math.max(1, blocks.size() / (LEAST_BLOCKS * segments.size()));
    int count = (int) Math.min(wanted, most);
    blocks.sort(Comparator.comparing(Block::firstId, Utf8Order::compare));
    List<IdRange> ranges = new ArrayList<>();
    String from = "";
    double before = 0;
    for (Block block : blocks) {
      boolean full = before >= total * (ranges.size() + 1) / count;
      if (full && Utf8Order.compare(from, block.firstId()) < 0) {
        ranges.add(new IdRange(from, block.firstId()));
        from = block.firstId();
      }
      before += block.bytes();
    }
    ranges.add(new IdRange(from, ""));
    return ranges;
  }

  private void addBlocks(Stored stored, double liveShare, List<Block> into) throws IOException {
    try (SegmentSource source = SegmentSource.open(files, stored.live())) {
      KeyFileReader keys = source.keys();
      double entryBytes = stored.bytes() * liveShare / keys.entries();
      for (int block = 0; block < keys.blocks(); block++) {
        into.add(
            new Block(new String(keys.firstId(block), UTF_8), entryBytes * keys.entriesOf(block)));
      }
    }
  }
}
