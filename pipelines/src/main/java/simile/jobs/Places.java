package simile.jobs;

import java.util.List;
import simile.connectors.LocalCopy;

/** Places that a command line names, such that they mean the same from any folder. */
public final class Places {
  private Places() {}

  /** A local path made absolute; a URI, and {@code -}, as they are. */
  public static String absolute(String place) {
    return place.equals(StandardInput.SIGN) ? place : LocalCopy.absolute(place);
  }

  static List<String> absolute(List<String> places) {
    return places.stream().map(Places::absolute).toList();
  }
}
