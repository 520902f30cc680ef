package simile.files;

/**
 * What a path inside a store may look like: names joined by {@code /}, none of them empty, {@code
 * .} or {@code ..}, without backslashes, control characters or a drive letter, and not starting
 * with {@code /}. Checked before a path reaches any file system, so no input leaves the store.
 */
public final class StorePaths {
  /** What the names of files begin with that are under way, where a file system needs such. */
  public static final String TEMPORARY = ".tmp-";

  private StorePaths() {}

  /** Whether a name is one that {@link StoreFiles#list} hides. */
  public static boolean isTemporary(String name) {
    return name.startsWith(TEMPORARY);
  }

  /**
   * As {@link #require}, for a file that is to stay.
   *
   * @throws IllegalArgumentException also if its name is one that {@link StoreFiles#list} hides
   */
  public static String requireLasting(String path) {
    if (isTemporary(require(path).substring(path.lastIndexOf('/') + 1))) {
      throw new IllegalArgumentException(
          "'" + path + "': names starting with " + TEMPORARY + " are reserved");
    }
    return path;
  }

  /**
   * @return the path
   * @throws IllegalArgumentException if it is not a relative path inside the store
   */
  public static String require(String path) {
    String why = fault(path);
    if (!why.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + path + "' is not a path inside the store: " + why + "; expected names joined by /");
    }
    return path;
  }

  /** Whether {@link #require} accepts the path. */
  public static boolean isInside(String path) {
    return fault(path).isEmpty();
  }

  /** A folder's path without its trailing {@code /}; empty for the root itself. */
  public static String requireFolder(String folder) {
    String path = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    return folder.isEmpty() ? folder : require(path);
  }

  /** The folder of a path; empty for a file right below the root. */
  public static String folderOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String fault(String path) {
    if (path.isEmpty()) {
      return "it is empty";
    }
    if (path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0))) {
      return "it starts with a drive letter";
    }
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      char c = i < path.length() ? path.charAt(i) : '/';
      if (c == '\\' || c < ' ') {
        return "it has a backslash or control character";
      }
      if (c == '/') {
        if (isReserved(path, start, i)) {
          return "it has an empty name, '.' or '..'";
        }
        start = i + 1;
      }
    }
    return "";
  }

  private static boolean isReserved(String path, int start, int end) {
    int length = end - start;
    return length == 0
        || (length == 1 && path.charAt(start) == '.')
        || (length == 2 && path.startsWith("..", start));
  }
}
