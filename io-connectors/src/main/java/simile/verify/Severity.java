package simile.verify;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  /** Data, or the log, is not what was written. */
  DAMAGE,
  /** A file lies about that nothing needs. */
  ORPHAN,
  /** Worth knowing. */
  NOTE;

  /** Lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
