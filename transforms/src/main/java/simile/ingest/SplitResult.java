package simile.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import simile.segment.DataFile;
import simile.segment.Segment;

/**
 * What became of one attempt at a split: all that the commit needs to know.
 *
 * @param split the split's number
 * @param attempt unique among the attempts at a split
 * @param dimension of the vectors that it was written with; -1 if nothing said one
 * @param segments what was written, in the order of the input
 * @param audit the file of rejected records; none if nothing was rejected
 * @param tally what was counted
 * @param lines lines of the split's last piece, so that the next piece of the same file knows its
 *     first line's number
 * @param examples of each broken rule, the first
 * @param stageNanos where the time went, by stage
 */
public record SplitResult(
    int split,
    String attempt,
    int dimension,
    List<Segment> segments,
    List<DataFile> audit,
    Tally tally,
    long lines,
    List<RuleExample> examples,
    SortedMap<String, Long> stageNanos)
    implements Serializable {

  /** Stands for no split: makes the commit fire even when there is no input. */
  static SplitResult seed() {
    return new SplitResult(
        -1, "", -1, List.of(), List.of(), new Tally(), 0, List.of(), new TreeMap<>());
  }

  /** All files that this attempt wrote. */
  public Stream<DataFile> files() {
    return Stream.concat(
        segments.stream().flatMap(segment -> segment.files().stream()), audit.stream());
  }

  boolean isSeed() {
    return split < 0;
  }
}
