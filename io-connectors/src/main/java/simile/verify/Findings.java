package simile.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import simile.segment.DataFile;
import simile.segment.FileKind;

/** Collects findings and figures, from many threads. */
final class Findings {
  static final String REPAIR = "run: simile repair";
  static final String RESTORE = "restore it from a backup";
  static final String RESTORE_OR_GIVE_UP =
      RESTORE + ", or keep what is left: simile repair --drop-lost";

  private final List<Finding> all = new ArrayList<>();
  final LongAdder files = new LongAdder();
  final LongAdder bytes = new LongAdder();
  final LongAdder records = new LongAdder();

  synchronized void add(FindingKind kind, String path, String what, String next) {
    all.add(new Finding(kind, path, what, next));
  }

  void add(FindingKind kind, DataFile file, String what) {
    add(kind, file.path(), what, next(file.kind()));
  }

  synchronized List<Finding> sorted() {
    List<Finding> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparing(Finding::severity)
            .thenComparing(Finding::path)
            .thenComparing(Finding::kind)
            .thenComparing(Finding::what));
    return List.copyOf(sorted);
  }

  /** What helps a damaged file. */
  static String next(FileKind kind) {
    return switch (kind) {
      case SQLITE, NPZ_METADATA, TOMBSTONES -> REPAIR;
      case JSONL, NPZ, KEYS -> RESTORE_OR_GIVE_UP;
      case AUDIT, CONTRACT -> RESTORE;
    };
  }
}
