package simile.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import simile.record.Utf8Order;
import simile.segment.Segment;

/** The ids that lie between the least and the greatest of any of some segments. */
final class IdSpans {
  /** The greatest id of each span by its least; spans do not touch. */
  private final NavigableMap<String, String> spans = new TreeMap<>(Utf8Order::compare);

  private IdSpans() {}

  static IdSpans of(List<Segment> segments) {
    IdSpans spans = new IdSpans();
    segments.stream()
        .sorted(Comparator.comparing(Segment::minId, Utf8Order::compare))
        .forEach(spans::add);
    return spans;
  }

  /** Adds one whose least id is not less than those before. */
  private void add(Segment segment) {
    Map.Entry<String, String> last = spans.lastEntry();
    if (last == null || Utf8Order.compare(last.getValue(), segment.minId()) < 0) {
      spans.put(segment.minId(), segment.maxId());
    } else if (Utf8Order.compare(last.getValue(), segment.maxId()) < 0) {
      spans.put(last.getKey(), segment.maxId());
    }
  }

  /** Whether an id may be in the segment and in one of those. */
  boolean overlaps(Segment segment) {
    Map.Entry<String, String> span = spans.floorEntry(segment.maxId());
    return span != null && Utf8Order.compare(segment.minId(), span.getValue()) <= 0;
  }
}
