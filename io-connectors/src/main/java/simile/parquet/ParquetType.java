package simile.parquet;

/** What a field holds, as a column of a Parquet file. Every field may be null. */
public enum ParquetType {
  /** A string. {@code BYTE_ARRAY (STRING)}. */
  TEXT,
  /** A finite number. {@code DOUBLE}. */
  REAL,
  /** An integer of 64 bits. {@code INT64}. */
  INTEGER,
  /** True or false. {@code BOOLEAN}. */
  BOOLEAN,
  /**
   * A string that holds a date-time with offset, as microseconds since 1970; what is finer is cut
   * off, and the offset is not kept. {@code INT64 (TIMESTAMP(MICROS, UTC))}.
   */
  TIMESTAMP,
  /** An array of strings. {@code LIST} of {@code STRING}. */
  TEXTS,
  /**
   * An object whose values are a string or an array of strings; one string is a list of one. {@code
   * MAP} of {@code STRING} to {@code LIST} of {@code STRING}.
   */
  NAMES,
  /** Any JSON, as the bytes it came as. {@code BYTE_ARRAY (JSON)}. */
  JSON,
  /** An array of numbers as {@code float32}. {@code LIST} of {@code FLOAT}. */
  VECTOR
}
