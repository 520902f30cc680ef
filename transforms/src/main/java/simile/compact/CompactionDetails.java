package simile.compact;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.log.Counts;
import simile.segment.DataFile;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/**
 * What a compaction's commit says beyond its changes, for reports. Its counts: {@code read} are the
 * entries of the segments replaced, {@code deletions} those of them that were dropped, {@code rows}
 * what is live, {@code bytes_read} and {@code bytes_written} the files before and after.
 */
public final class CompactionDetails {
  public static final String SUBMITTED_AT = "submitted_at";
  public static final String RUNNER = "runner";
  public static final String CONTEXT = "context";
  public static final String COLLECTION = "collection";

  /** Why the group was chosen. */
  public static final String WHY = "why";

  /** Segments before. */
  public static final String SEGMENTS_BEFORE = "segments_before";

  /** Segments after. */
  public static final String SEGMENTS_AFTER = "segments_after";

  /** Files before. */
  public static final String FILES_BEFORE = "files_before";

  /** Files after. */
  public static final String FILES_AFTER = "files_after";

  /** Rows and deletions that others hid. */
  public static final String SUPERSEDED = "superseded";

  /** Deletions that hid nothing any more. */
  public static final String TOMBSTONES_DROPPED = "tombstones_dropped";

  /** Deletions that may still hide something. */
  public static final String TOMBSTONES_KEPT = "tombstones_kept";

  private static final String STAGE = "stage_ms.";
  private static final long NANOS_A_MILLI = 1_000_000;

  private CompactionDetails() {}

  static SortedMap<String, String> of(
      CompactionPlan plan, GroupInput input, List<RangeResult> results, RangeTally tally) {
    SortedMap<String, String> details = new TreeMap<>();
    details.put(SUBMITTED_AT, plan.submittedAt().toString());
    details.put(RUNNER, plan.runner());
    details.put(CONTEXT, input.group().context());
    details.put(COLLECTION, input.group().collection());
    details.put(WHY, input.group().why());
    List<Segment> before = input.inputs().stream().map(LiveSegment::segment).toList();
    List<Segment> after = segments(results);
    details.put(SEGMENTS_BEFORE, Integer.toString(before.size()));
    details.put(SEGMENTS_AFTER, Integer.toString(after.size()));
    details.put(FILES_BEFORE, Integer.toString(files(before).size()));
    details.put(FILES_AFTER, Integer.toString(files(after).size()));
    details.put(SUPERSEDED, Long.toString(tally.superseded()));
    details.put(TOMBSTONES_DROPPED, Long.toString(tally.tombstonesDropped()));
    details.put(TOMBSTONES_KEPT, Long.toString(tally.tombstonesKept()));
    SortedMap<String, Long> stages = new TreeMap<>();
    results.forEach(
        result -> result.stageNanos().forEach((stage, n) -> stages.merge(stage, n, Long::sum)));
    stages.forEach((stage, n) -> details.put(STAGE + stage, Long.toString(n / NANOS_A_MILLI)));
    return details;
  }

  static Counts counts(GroupInput input, List<RangeResult> results, RangeTally tally) {
    List<Segment> before = input.inputs().stream().map(LiveSegment::segment).toList();
    return new Counts(
        tally.entries(),
        0,
        tally.entries(),
        0,
        tally.tombstonesDropped(),
        tally.rows(),
        bytes(files(before)),
        bytes(files(segments(results))));
  }

  /** A number among the details; 0 if there is none. */
  public static long number(Map<String, String> details, String name) {
    return Long.parseLong(details.getOrDefault(name, "0"));
  }

  static List<Segment> segments(List<RangeResult> results) {
    return results.stream().flatMap(result -> result.segments().stream()).toList();
  }

  static long bytes(RangeResult result) {
    return bytes(files(result.segments()));
  }

  private static List<DataFile> files(List<Segment> segments) {
    return segments.stream().flatMap(segment -> segment.files().stream()).toList();
  }

  private static long bytes(List<DataFile> files) {
    return files.stream().mapToLong(DataFile::bytes).sum();
  }
}
