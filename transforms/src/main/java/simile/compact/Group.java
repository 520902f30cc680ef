package simile.compact;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import simile.files.Sha256;
import simile.log.CollectionKey;
import simile.record.IdRange;
import simile.segment.write.SegmentOptions;

/**
 * Segments that are replaced by one commit, independent of all other groups.
 *
 * @param number in its plan, from 0
 * @param context of the collection
 * @param collection the collection
 * @param segments the names of those that are replaced
 * @param ranges all ids, in parts that each become about one segment
 * @param options how the new segments are written
 * @param size what is replaced, and what of it stays
 * @param why it was chosen, in a few words
 */
public record Group(
    int number,
    String context,
    String collection,
    List<String> segments,
    List<IdRange> ranges,
    SegmentOptions options,
    Size size,
    String why)
    implements Serializable {

  /**
   * How large a group is.
   *
   * @param entries rows and deletions in it
   * @param live rows that are the latest of their ids among the group's
   * @param bytes of all its files
   */
  public record Size(long entries, long live, long bytes) implements Serializable {

    /** Superseded rows and deletions. */
    public long dead() {
      return entries - live;
    }
  }

  public Group {
    segments = List.copyOf(segments);
    ranges = List.copyOf(ranges);
  }

  public CollectionKey key() {
    return new CollectionKey(context, collection);
  }

  /**
   * The token of the group's commit: the same for whoever plans the same group from the same
   * version. Without the version a group could never be compacted again once a rollback has brought
   * its segments back.
   */
  public String token(long version) {
    List<String> parts = new ArrayList<>(List.of(Long.toString(version), context, collection));
    segments.stream().sorted().forEach(parts::add);
    return "compact-" + Sha256.of(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }
}
