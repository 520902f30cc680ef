package simile.record;

/** What a column holds, and how the formats write it. */
public enum ColumnType {
  /** A JSON string. SQLite {@code TEXT}. */
  TEXT,
  /** A finite JSON number, as a double. SQLite {@code REAL}. */
  REAL,
  /** A JSON integer of at most 64 bits. SQLite {@code INTEGER}. */
  INTEGER,
  /** {@code true} or {@code false}. SQLite {@code INTEGER}, 1 or 0. */
  BOOLEAN,
  /**
   * An ISO-8601 date-time with offset, as the string it came as; compared as an instant. SQLite
   * {@code TEXT}.
   */
  TIMESTAMP,
  /** Any JSON value, as the bytes it came as. SQLite {@code TEXT}, for the JSON functions. */
  JSON;

  /** Whether a value has a number that orders it: see {@link RecordBatch#scalar}. */
  public boolean isScalar() {
    return this != TEXT && this != JSON;
  }
}
