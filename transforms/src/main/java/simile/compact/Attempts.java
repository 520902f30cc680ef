package simile.compact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.files.StoreFiles;
import simile.segment.DataFile;

/** The results of a group's ranges, of some perhaps more than one, and the files of them all. */
final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final List<RangeResult> all = new ArrayList<>();

  Attempts(Iterable<RangeResult> all) {
    all.forEach(this.all::add);
  }

  /**
   * Takes one attempt of each range; whichever, since attempts at one range hold the same rows.
   *
   * @throws IOException if a range has none
   */
  List<RangeResult> oneOfEach(Group group) throws IOException {
    TreeMap<Integer, RangeResult> byRange = new TreeMap<>();
    for (RangeResult result : all) {
      byRange.merge(
          result.range(), result, BinaryOperator.minBy(Comparator.comparing(RangeResult::attempt)));
    }
    if (byRange.size() != group.ranges().size()) {
      throw new IOException(
          "group %d has results of %d of its %d ranges; nothing of it was committed"
              .formatted(group.number(), byRange.size(), group.ranges().size()));
    }
    return List.copyOf(byRange.values());
  }

  /** The files of all attempts. */
  List<String> paths() {
    return pathsBut(Set.of());
  }

  /**
   * Deletes what no entry names, and none will; what cannot be deleted is left to the vacuum.
   *
   * @param kept names of segments that an entry names
   */
  void deleteBut(Set<String> kept, StoreFiles files) {
    for (String path : pathsBut(kept)) {
      try {
        files.delete(path);
      } catch (IOException e) {
        LOG.warn("{} could not be deleted; vacuum will: {}", path, e.toString());
      }
    }
  }

  private List<String> pathsBut(Set<String> kept) {
    return CompactionDetails.segments(all).stream()
        .filter(segment -> !kept.contains(segment.name()))
        .flatMap(segment -> segment.files().stream())
        .map(DataFile::path)
        .distinct()
        .toList();
  }
}
