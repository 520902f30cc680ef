package simile.history;

import java.util.Locale;

/** What became of a record from one version to another. */
public enum Difference {
  INSERTED,
  UPDATED,
  DELETED;

  /** The name that people and programs see: lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
