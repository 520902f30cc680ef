package simile.jsonl;

import java.util.Locale;

/** How JSONL files of a store are compressed. */
public enum Compression {
  NONE(""),
  GZIP(".gz"),
  ZSTD(".zst");

  private final String suffix;

  Compression(String suffix) {
    this.suffix = suffix;
  }

  /** What comes after {@code .jsonl} in the file's name. */
  public String suffix() {
    return suffix;
  }

  /**
   * @throws IllegalArgumentException if the name is not {@code none}, {@code gzip} or {@code zstd}
   */
  public static Compression of(String name) {
    for (Compression c : values()) {
      if (c.name().toLowerCase(Locale.ROOT).equals(name)) {
        return c;
      }
    }
    throw new IllegalArgumentException("'" + name + "' is no compression; use none, gzip or zstd");
  }

  /** The compression that a stored file's name tells. */
  public static Compression ofPath(String path) {
    for (Compression c : new Compression[] {GZIP, ZSTD}) {
      if (path.endsWith(c.suffix)) {
        return c;
      }
    }
    return NONE;
  }
}
