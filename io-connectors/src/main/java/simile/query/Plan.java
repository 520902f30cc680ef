package simile.query;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import simile.record.IdRange;
import simile.record.Utf8Order;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/**
 * Which segments a query reads.
 *
 * <p>A segment is left out, with its key file, in two cases, and in no other:
 *
 * <ul>
 *   <li>No id that is asked for, or in the range asked for, is between its least and its greatest.
 *       Then none of its entries has one of these ids, so none is an answer, and none hides one.
 *   <li>None of its rows can meet the criteria, as its bounds tell, and no segment that may have
 *       such a row has ids between its least and greatest. Then none of its rows is an answer. Its
 *       entries could only hide entries of the same ids, and those are all in segments that can
 *       have no answer either.
 * </ul>
 *
 * <p>A segment that cannot have an answer, but overlaps one that may, is merged by its key file
 * alone: its newer rows and deletions hide older answers, as in a record that moved to another
 * domain or lost quality. Whether it is left out depends on bounds of whole segments, never on
 * partitions: a segment's deletions are in none.
 *
 * @param segments each with why it is not read, if so
 */
record Plan(List<Step> segments) {

  /**
   * What becomes of one segment.
   *
   * @param skipped why it is not read at all; empty if its key file is
   * @param cannotMatch why none of its rows can be an answer; empty if one may be
   */
  record Step(LiveSegment live, Optional<String> skipped, Optional<String> cannotMatch) {}

  static Plan of(List<LiveSegment> segments, Criteria criteria, IdRange range) {
    RowFilter filter = new RowFilter(criteria);
    Reasons reasons = new Reasons(criteria);
    Predicate<Segment> mayHoldId = idsAskedFor(criteria, range);
    IdSpans mayMatch =
        IdSpans.of(
            segments.stream()
                .map(LiveSegment::segment)
                .filter(s -> mayHoldId.test(s) && filter.mayMatch(s))
                .toList());
    List<Step> steps = new ArrayList<>();
    for (LiveSegment live : segments) {
      Segment segment = live.segment();
      if (!mayHoldId.test(segment)) {
        steps.add(new Step(live, Optional.of(Reasons.OTHER_IDS), Optional.empty()));
      } else if (filter.mayMatch(segment)) {
        steps.add(new Step(live, Optional.empty(), Optional.empty()));
      } else {
        Optional<String> why = Optional.of(reasons.outOfBounds(segment));
        steps.add(new Step(live, mayMatch.overlaps(segment) ? Optional.empty() : why, why));
      }
    }
    return new Plan(steps);
  }

  /** The segments that are read. */
  List<LiveSegment> read() {
    return segments.stream().filter(s -> s.skipped().isEmpty()).map(Step::live).toList();
  }

  private static Predicate<Segment> idsAskedFor(Criteria criteria, IdRange range) {
    NavigableSet<String> ids = sorted(criteria.ids(), range);
    return segment -> {
      if (criteria.ids().isEmpty()) {
        return range.overlaps(segment.minId(), segment.maxId());
      }
      String first = ids.ceiling(segment.minId());
      return first != null && Utf8Order.compare(first, segment.maxId()) <= 0;
    };
  }

  /** Each id in the range once, in the order of ids. */
  static NavigableSet<String> sorted(List<String> ids, IdRange range) {
    NavigableSet<String> sorted = new TreeSet<>(Utf8Order::compare);
    ids.stream().filter(range::contains).forEach(sorted::add);
    return sorted;
  }
}
