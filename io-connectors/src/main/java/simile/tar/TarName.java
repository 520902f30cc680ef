package simile.tar;

import java.util.Optional;

/** A name as a header holds it: at most 100 characters, and at most 155 before the last slashes. */
record TarName(String name, String prefix) {
  private static final int MAX_NAME = 100;
  private static final int MAX_PREFIX = 155;

  /** The path as a header can hold it; empty if it needs a pax header. */
  static Optional<TarName> fitting(String path) {
    if (!path.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return Optional.empty();
    }
    if (path.length() <= MAX_NAME) {
      return Optional.of(new TarName(path, ""));
    }
    int slash = path.indexOf('/', path.length() - MAX_NAME - 1);
    return slash > 0 && slash <= MAX_PREFIX && slash < path.length() - 1
        ? Optional.of(new TarName(path.substring(slash + 1), path.substring(0, slash)))
        : Optional.empty();
  }

  /** What readers see that do not know pax headers. */
  static TarName standIn(String path) {
    String plain = path.replaceAll("[^!-~]", "_");
    return new TarName(plain.substring(0, Math.min(plain.length(), MAX_NAME)), "");
  }
}
