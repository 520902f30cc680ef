package simile.segment;

import java.util.Locale;

/** What a file of a segment, or of a run, is. */
public enum FileKind {
  JSONL,
  SQLITE,
  NPZ,
  NPZ_METADATA,
  KEYS,
  TOMBSTONES,
  AUDIT,
  CONTRACT;

  /** The name in the log: lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException if no kind has that name
   */
  public static FileKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
