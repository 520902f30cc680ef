package simile.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import simile.connectors.LocalCopy;

/** Places that a command line names, such that they mean the same from any folder. */
public final class Places {
  private Places() {}

  /** A local path made absolute; a URI, and {@code -}, as they are. */
  public static String absolute(String place) {
    return place.equals(StandardInput.SIGN) ? place : LocalCopy.absolute(place);
  }

  /**
   * Whether a place is another, or below it, as far as names tell; on local disk also through
   * symbolic links.
   */
  public static boolean isInside(String place, String other) throws IOException {
    return (real(place) + "/").startsWith(real(other) + "/");
  }

  /** Symbolic links resolved in as much of a path as there is. */
  private static String real(String place) throws IOException {
    String plain = LocalCopy.absolute(place);
    if (!plain.startsWith("/")) {
      return plain.replaceFirst("/+$", "");
    }
    Path there = Path.of(plain);
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(Path.of(plain))).toString();
  }

  static List<String> absolute(List<String> places) {
    return places.stream().map(Places::absolute).toList();
  }
}
