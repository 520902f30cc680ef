package simile.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import simile.files.StoreFiles;
import simile.keys.KeyFileReader;
import simile.record.IdRange;
import simile.record.Utf8Order;
import simile.segment.LiveSegment;

/**
 * Cuts the ids of segments into ranges with about as many entries each, so that many can work on
 * them at once. Where to cut is read from the indexes of the key files alone, and of those a sample
 * is kept.
 */
public final class KeyRanges {
  /** A range is as even as a cut into so many steps can be. */
  private static final int STEPS_A_RANGE = 16;

  private KeyRanges() {}

  private record Step(String id, long entries) {}

  /**
   * Cuts.
   *
   * @param entries how many entries, of all segments, a range is to have, about
   * @return ranges that follow each other and hold every id; one if there is no segment
   */
  public static List<IdRange> cut(StoreFiles files, List<LiveSegment> segments, long entries)
      throws IOException {
    List<Step> steps = new ArrayList<>();
    for (LiveSegment live : segments) {
      try (SegmentSource source = SegmentSource.open(files, live)) {
        addSteps(source.keys(), stepEntries(entries, segments.size()), steps);
      }
    }
    return ranges(steps, entries);
  }

  /** The same, of segments that are open. */
  public static List<IdRange> cut(List<SegmentSource> sources, long entries) {
    List<Step> steps = new ArrayList<>();
    for (SegmentSource source : sources) {
      addSteps(source.keys(), stepEntries(entries, sources.size()), steps);
    }
    return ranges(steps, entries);
  }

  /** Of segments that hold the same ids, the steps of all begin at one place. */
  private static long stepEntries(long entries, int segments) {
    return Math.max(1, entries / ((long) STEPS_A_RANGE * segments));
  }

  private static List<IdRange> ranges(List<Step> steps, long entries) {
    steps.sort((a, b) -> Utf8Order.compare(a.id(), b.id()));
    List<IdRange> ranges = new ArrayList<>();
    String from = "";
    long passed = 0;
    for (Step step : steps) {
      if (passed >= entries && !step.id().equals(from)) {
        ranges.add(new IdRange(from, step.id()));
        from = step.id();
        passed = 0;
      }
      passed += step.entries();
    }
    ranges.add(new IdRange(from, ""));
    return ranges;
  }

  private static void addSteps(KeyFileReader keys, long stepEntries, List<Step> into) {
    int block = 0;
    while (block < keys.blocks()) {
      String first = new String(keys.firstId(block), UTF_8);
      long entries = 0;
      do {
        entries += keys.entriesOf(block++);
      } while (block < keys.blocks() && entries < stepEntries);
      into.add(new Step(first, entries));
    }
  }
}
