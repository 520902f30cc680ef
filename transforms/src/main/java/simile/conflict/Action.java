package simile.conflict;

import java.util.Locale;

/** What becomes of the record that the store has. */
public enum Action {
  /** The incoming record takes its place. */
  REPLACED,
  /** It stays, and the incoming record, or deletion, is left out. */
  KEPT,
  /** A record made of both takes its place. */
  MERGED,
  /** It is deleted. */
  DELETED;

  /** The name for people and programs, such as {@code replaced}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
