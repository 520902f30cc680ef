package simile.compact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import simile.keys.KeyCursor;
import simile.segment.LiveSegment;

/** What lies outside of a group, for its deletions. */
final class Surroundings {
  private final byte[][] least;
  private final byte[][] greatest;

  Surroundings(List<LiveSegment> others) {
    least = others.stream().map(o -> o.segment().minId().getBytes(UTF_8)).toArray(byte[][]::new);
    greatest = others.stream().map(o -> o.segment().maxId().getBytes(UTF_8)).toArray(byte[][]::new);
  }

  /** Whether a segment outside may have a row of this id, which a deletion of it then may hide. */
  boolean mayHold(KeyCursor id) {
    for (int i = 0; i < least.length; i++) {
      if (compare(least[i], id) <= 0 && compare(greatest[i], id) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int compare(byte[] limit, KeyCursor id) {
    return Arrays.compareUnsigned(limit, 0, limit.length, id.idBytes(), 0, id.idLength());
  }
}
