package simile.parquet.format;

import java.util.Arrays;
import simile.parquet.ParquetFormatException;

/** How often a node of the schema occurs in its parent. */
public enum Repetition {
  REQUIRED(0),
  OPTIONAL(1),
  REPEATED(2);

  private final int number;

  Repetition(int number) {
    this.number = number;
  }

  /** The format's number for it. */
  public int number() {
    return number;
  }

  static Repetition of(long number) throws ParquetFormatException {
    return Arrays.stream(values())
        .filter(value -> value.number == number)
        .findFirst()
        .orElseThrow(
            () -> new ParquetFormatException("a column has the unknown repetition " + number));
  }
}
