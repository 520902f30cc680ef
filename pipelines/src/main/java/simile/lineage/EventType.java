package simile.lineage;

/** What a run just did. */
public enum EventType {
  START,
  COMPLETE,
  /** It was cancelled. */
  ABORT,
  FAIL
}
