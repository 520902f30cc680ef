package simile.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import simile.merge.SegmentSource;
import simile.segment.DataFile;
import simile.segment.FileKind;

/** Which files of a segment may hold answers, and what was seen of each while it was read. */
final class SourceScan {
  private final boolean[] mayMatch;
  private final long[] looked;
  private final long[] matched;

  SourceScan(SegmentSource source, RowFilter filter, Optional<String> partitionBy) {
    Map<String, DataFile> byPath = new HashMap<>();
    source.segment().files(FileKind.JSONL).forEach(f -> byPath.put(f.path(), f));
    boolean segmentMay = filter.mayMatch(source.segment());
    mayMatch = new boolean[source.keys().files().size()];
    looked = new long[mayMatch.length];
    matched = new long[mayMatch.length];
    for (int f = 0; f < mayMatch.length; f++) {
      DataFile file = byPath.get(source.keys().files().get(f));
      mayMatch[f] = segmentMay && (file == null || filter.mayMatch(file, partitionBy));
    }
  }

  boolean mayMatch(int file) {
    return mayMatch[file];
  }

  void looked(int file) {
    looked[file]++;
  }

  void matched(int file) {
    matched[file]++;
  }

  long lookedAt(int file) {
    return looked[file];
  }

  long matchedIn(int file) {
    return matched[file];
  }
}
