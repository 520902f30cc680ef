package simile.parquet.read;

import simile.parquet.ParquetFormatException;

/** Bytes that are used again for one page after the other, within a budget. */
final class Buffer {
  private final MemoryBudget budget;
  private byte[] bytes = new byte[0];

  Buffer(MemoryBudget budget) {
    this.budget = budget;
  }

  /**
   * At least {@code length} bytes, whose content is of no matter.
   *
   * @throws ParquetFormatException if the budget has not that many left
   */
  byte[] ofLength(int length) throws ParquetFormatException {
    if (length > bytes.length) {
      budget.take(length - bytes.length);
      bytes = new byte[length];
    }
    return bytes;
  }
}
