package simile.query;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import simile.merge.RowFiles;
import simile.merge.SegmentSource;
import simile.segment.DataFile;
import simile.segment.FileKind;

/** Which files may hold answers, and what was seen of each while it was read, by its number. */
final class FilesSeen {
  private final RowFiles files;
  private final RowFilter filter;
  private final Optional<String> partitionBy;
  private final boolean[] isKnown;
  private final boolean[] mayMatch;
  private final long[] looked;
  private final long[] matched;

  FilesSeen(RowFiles files, RowFilter filter, Optional<String> partitionBy) {
    this.files = files;
    this.filter = filter;
    this.partitionBy = partitionBy;
    isKnown = new boolean[files.sources().size()];
    mayMatch = new boolean[files.count()];
    looked = new long[files.count()];
    matched = new long[files.count()];
  }

  boolean mayMatch(int file) {
    int source = files.sourceIndex(file);
    if (!isKnown[source]) {
      learn(files.sources().get(source));
      isKnown[source] = true;
    }
    return mayMatch[file];
  }

  /** Of a segment's files; few segments are asked for where few ids are. */
  private void learn(SegmentSource source) {
    Map<String, DataFile> byPath = new HashMap<>();
    source.segment().files(FileKind.JSONL).forEach(f -> byPath.put(f.path(), f));
    boolean segmentMay = filter.mayMatch(source.segment());
    for (int f = 0; f < source.keys().files().size(); f++) {
      DataFile file = byPath.get(source.keys().files().get(f));
      mayMatch[files.number(source, f)] =
          segmentMay && (file == null || filter.mayMatch(file, partitionBy));
    }
  }

  /** Notes a row that was looked at. */
  void saw(int file, boolean isAnswer) {
    looked[file]++;
    matched[file] += isAnswer ? 1 : 0;
  }

  long lookedAt(int file) {
    return looked[file];
  }

  long matchedIn(int file) {
    return matched[file];
  }
}
