package simile.parquet.read;

import simile.parquet.ParquetFormatException;

/** Reads the values of a page, nulls apart, one by one. */
interface ValueDecoder {

  /**
   * Reads the next value.
   *
   * @throws ParquetFormatException if there is none, or not a good one
   */
  void next(Value into) throws ParquetFormatException;
}
