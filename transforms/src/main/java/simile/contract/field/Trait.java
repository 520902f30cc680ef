package simile.contract.field;

/** A yes-or-no property of a field. */
public enum Trait {
  /** A record without it is rejected. */
  REQUIRED,
  /** Names the JSONL partition. */
  PARTITION,
  /** Absent, it counts as the time at which the run was submitted. */
  STAMPED,
  /** SQLite shards have an index on it. */
  INDEXED,
  /** An object that may hold any JSON, with duplicate keys and any text. */
  FREE,
  /** An object whose values are a string or a list of strings. */
  NAMES,
  /** Where records are merged field by field, an array or object that has the members of both. */
  UNITED
}
