package simile.layout;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import simile.files.Sha256;

/** The names that people give: checked before they become part of a path. */
public final class Names {
  /** The most bytes that {@link #fileStem} uses, which leaves room for what is added to it. */
  public static final int MAX_STEM_BYTES = 150;

  /** The word for the newest version, which no tag may have. */
  public static final String LATEST = "latest";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
  private static final Pattern RUN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");
  private static final Pattern TAG = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,99}");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
  // No run id has it, so a shortened stem is never another run's id.
  private static final char MARK = '~';
  private static final int HASH_DIGITS = 16;

  private Names() {}

  /**
   * @return the name
   * @throws IllegalArgumentException if no context may have that name
   */
  public static String requireContext(String name) {
    return require("context", name);
  }

  /**
   * @return the name
   * @throws IllegalArgumentException if no collection may have that name
   */
  public static String requireCollection(String name) {
    if (name.startsWith("sqlite_")) {
      throw new IllegalArgumentException(
          "'" + name + "' cannot name a collection: SQLite keeps names with sqlite_ for itself");
    }
    return require("collection", name);
  }

  /**
   * @return the id
   * @throws IllegalArgumentException if no run may have that id
   */
  public static String requireRunId(String runId) {
    if (!RUN.matcher(runId).matches()) {
      throw new IllegalArgumentException(
          "'%s' (%d characters) is no run id; expected 1 to 255 of A-Z a-z 0-9 . _ - starting with a letter or digit"
              .formatted(cut(runId), runId.length()));
    }
    return runId;
  }

  /** Whether a version may be tagged with the name: no number, no time, and not "latest". */
  public static boolean isTag(String name) {
    return TAG.matcher(name).matches()
        && !name.equalsIgnoreCase(LATEST)
        && !name.contains("..")
        && !name.endsWith(".");
  }

  /**
   * @return the name
   * @throws IllegalArgumentException if no tag may have that name
   */
  public static String requireTag(String name) {
    if (!isTag(name)) {
      throw new IllegalArgumentException(
          "'%s' cannot name a tag; expected 1 to 100 of A-Z a-z 0-9 . _ - starting with a letter, without '..', not ending with '.', and not '%s'"
              .formatted(cut(name), LATEST));
    }
    return name;
  }

  /**
   * A name for a run's files: the id itself where every file system keeps it apart from all other
   * ids, else a part of it, {@code ~} and a hash. At most {@value #MAX_STEM_BYTES} bytes, without
   * upper-case letters.
   *
   * @throws IllegalArgumentException if no run may have that id
   */
  public static String fileStem(String runId) {
    String lower = requireRunId(runId).toLowerCase(Locale.ROOT);
    boolean safe =
        lower.equals(runId)
            && runId.length() <= MAX_STEM_BYTES
            && !runId.endsWith(".")
            && !DEVICE.matcher(runId).matches();
    if (safe) {
      return runId;
    }
    int kept = Math.min(lower.length(), MAX_STEM_BYTES - HASH_DIGITS - 1);
    String hash = Sha256.of(runId.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    return lower.substring(0, kept).replace('.', '-') + MARK + hash;
  }

  private static String require(String kind, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' cannot name a %s; expected 1 to 64 of a-z 0-9 _ - starting with a letter or digit"
              .formatted(cut(name), kind));
    }
    return name;
  }

  private static String cut(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
