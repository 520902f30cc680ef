package simile.parquet.read;

import simile.parquet.ParquetFormatException;

/** What the open pages and dictionaries of a file may take together. Asked before it is taken. */
final class MemoryBudget {
  private final long limit;
  private long taken;

  MemoryBudget(long limit) {
    this.limit = limit;
  }

  /**
   * @throws ParquetFormatException if there is not that much left
   */
  void take(long bytes) throws ParquetFormatException {
    if (bytes > limit - taken) {
      throw new ParquetFormatException(
          ("its pages need %d bytes of memory where %d are left of %d; write it anew with smaller"
                  + " row groups or pages, or read it with a larger heap")
              .formatted(bytes, limit - taken, limit));
    }
    taken += bytes;
  }

  void giveBack(long bytes) {
    taken -= bytes;
  }
}
