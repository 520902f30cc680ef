package simile.compact;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import simile.segment.Segment;

/**
 * What became of one attempt at a range.
 *
 * @param group the group's number
 * @param range the range's index in the group
 * @param attempt unique among the attempts at a range
 * @param segments what was written, by id; none if nothing of the range is live
 * @param tally what was counted
 * @param stageNanos where the time went, by stage
 */
public record RangeResult(
    int group,
    int range,
    String attempt,
    List<Segment> segments,
    RangeTally tally,
    SortedMap<String, Long> stageNanos)
    implements Serializable {}
