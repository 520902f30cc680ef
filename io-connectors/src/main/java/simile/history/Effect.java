package simile.history;

import java.util.Locale;

/** What an entry did to a record. */
public enum Effect {
  /** There was no live record, and now there is. */
  INSERTED,
  /** It replaced a live record. */
  UPDATED,
  /** It hid a live record, or took it away. */
  DELETED,
  /** It brought an earlier record back. */
  RESTORED,
  /** A deletion that found no live record, or one that was newer than what it hides. */
  NONE;

  /** The name that people read: lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
