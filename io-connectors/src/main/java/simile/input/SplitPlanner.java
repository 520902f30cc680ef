package simile.input;

import java.util.ArrayList;
import java.util.List;

/** Cuts the input into splits of about one size, deterministically. */
public final class SplitPlanner {
  /** What a compressed file is reckoned to grow by. */
  private static final long EXPANSION = 6;

  /** What a Parquet file is reckoned to grow by; it repeats neither names nor values. */
  private static final long PARQUET_EXPANSION = 16;

  private final long splitBytes;
  private final int first;
  private final List<Split> splits = new ArrayList<>();
  private final List<Piece> small = new ArrayList<>();
  private long smallBytes;

  private SplitPlanner(long splitBytes, int first) {
    this.splitBytes = splitBytes;
    this.first = first;
  }

  /**
   * Plans splits.
   *
   * @param files in the order of the input
   * @param splitBytes the size to aim at, at least 1; plain files under twice as big stay whole,
   *     bigger ones are cut into ranges of at most this size
   */
  public static List<Split> plan(List<SourceFile> files, long splitBytes) {
    return plan(files, splitBytes, 0);
  }

  /**
   * Plans splits that follow others.
   *
   * @param first the number of the first
   */
  public static List<Split> plan(List<SourceFile> files, long splitBytes, int first) {
    if (splitBytes < 1) {
      throw new IllegalArgumentException("a split must have at least one byte, not " + splitBytes);
    }
    SplitPlanner planner = new SplitPlanner(splitBytes, first);
    files.forEach(planner::add);
    planner.endSmall();
    return List.copyOf(planner.splits);
  }

  private void add(SourceFile file) {
    long bytes = file.stamp().bytes();
    long expected = bytes * expansion(file);
    if (expected <= splitBytes) {
      addSmall(file, expected);
      return;
    }
    endSmall();
    if (isCut(file) && expected >= splitBytes * 2) {
      addRanges(file, bytes, expected);
    } else {
      addSplit(List.of(Piece.whole(file)));
    }
  }

  private static long expansion(SourceFile file) {
    return switch (file.format()) {
      case JSONL -> file.codec() == Codec.PLAIN ? 1 : EXPANSION;
      case PARQUET -> PARQUET_EXPANSION;
      case SQLITE, NPZ -> EXPANSION;
    };
  }

  /** Whether a byte range of the file stands for some of its records. */
  private static boolean isCut(SourceFile file) {
    return file.codec() == Codec.PLAIN
        && (file.format() == FileFormat.JSONL || file.format() == FileFormat.PARQUET);
  }

  private void addSmall(SourceFile file, long bytes) {
    if (smallBytes + bytes > splitBytes) {
      endSmall();
    }
    small.add(Piece.whole(file));
    smallBytes += bytes;
  }

  private void endSmall() {
    if (!small.isEmpty()) {
      addSplit(small);
      small.clear();
      smallBytes = 0;
    }
  }

  /** Ranges of equal size, so that no split is a small rest. */
  private void addRanges(SourceFile file, long bytes, long expected) {
    long count = (expected + splitBytes - 1) / splitBytes;
    for (long i = 0; i < count; i++) {
      addSplit(
          List.of(
              new Piece(
                  file,
                  bytes / count * i + Math.min(i, bytes % count),
                  bytes / count * (i + 1) + Math.min(i + 1, bytes % count))));
    }
  }

  private void addSplit(List<Piece> pieces) {
    splits.add(new Split(first + splits.size(), pieces));
  }
}
