package simile.merge;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import simile.segment.BlockTable;

/** The JSONL files of some segments, counted through: first those of the first segment. */
public final class RowFiles {
  private final List<SegmentSource> sources;
  private final int[] firstOf;
  private final int[] sourceOf;
  private final Map<SegmentSource, Integer> order = new HashMap<>();

  public RowFiles(List<SegmentSource> sources) {
    this.sources = List.copyOf(sources);
    firstOf = new int[sources.size() + 1];
    for (int s = 0; s < sources.size(); s++) {
      order.put(sources.get(s), s);
      firstOf[s + 1] = firstOf[s] + sources.get(s).keys().files().size();
    }
    sourceOf = new int[firstOf[sources.size()]];
    for (int s = 0; s < sources.size(); s++) {
      Arrays.fill(sourceOf, firstOf[s], firstOf[s + 1], s);
    }
  }

  /** How many there are. */
  public int count() {
    return sourceOf.length;
  }

  public List<SegmentSource> sources() {
    return sources;
  }

  /** The number of a file. */
  public int number(SegmentSource source, int file) {
    return number(order.get(source), file);
  }

  int number(int source, int file) {
    return firstOf[source] + file;
  }

  /** Which of the segments a file belongs to. */
  public int sourceIndex(int number) {
    return sourceOf[number];
  }

  SegmentSource source(int number) {
    return sources.get(sourceOf[number]);
  }

  /** Which of its segment's files it is. */
  int fileOf(int number) {
    return number - firstOf[sourceOf[number]];
  }

  String path(int number) {
    return source(number).keys().files().get(fileOf(number));
  }

  BlockTable table(int number) {
    return source(number).keys().tables().get(fileOf(number));
  }
}
