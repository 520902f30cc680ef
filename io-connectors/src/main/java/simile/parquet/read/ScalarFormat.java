package simile.parquet.read;

import simile.parquet.ParquetFormatException;

/** Writes a value of a column as JSON. */
interface ScalarFormat {
  void write(Value value, JsonOut out) throws ParquetFormatException;
}
