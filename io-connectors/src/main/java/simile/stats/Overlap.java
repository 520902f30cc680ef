package simile.stats;

import java.util.List;
import simile.record.Utf8Order;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/**
 * In how many segments an id has to be looked for, as far as the ranges of ids tell.
 *
 * @param mean over the first ids of all segments; 0 if there is no segment
 * @param most over the same ids, which is the most for any id
 * @param overlapping segments whose range meets another's
 */
public record Overlap(double mean, int most, long overlapping) {

  static Overlap of(List<LiveSegment> segments) {
    long sum = 0;
    int most = 0;
    long overlapping = 0;
    for (LiveSegment one : segments) {
      int depth = 0;
      boolean meets = false;
      for (LiveSegment other : segments) {
        depth += holds(other.segment(), one.segment().minId()) ? 1 : 0;
        meets |= isOther(one, other) && meets(one.segment(), other.segment());
      }
      sum += depth;
      most = Math.max(most, depth);
      overlapping += meets ? 1 : 0;
    }
    return new Overlap(segments.isEmpty() ? 0 : (double) sum / segments.size(), most, overlapping);
  }

  static boolean isOther(LiveSegment one, LiveSegment other) {
    return !one.segment().name().equals(other.segment().name());
  }

  static boolean meets(Segment one, Segment other) {
    return holds(one, other.minId()) || holds(other, one.minId());
  }

  private static boolean holds(Segment segment, String id) {
    return Utf8Order.compare(segment.minId(), id) <= 0
        && Utf8Order.compare(id, segment.maxId()) <= 0;
  }
}
