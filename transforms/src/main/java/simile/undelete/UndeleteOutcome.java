package simile.undelete;

import java.util.List;
import java.util.OptionalLong;

/**
 * How an undelete ended.
 *
 * @param version the entry in the log; empty if nothing could be brought back, so that there is
 *     none
 * @param restored ids that are back
 * @param live ids that had a live record already
 * @param gone ids that no segment has a record of any more, or never had
 */
public record UndeleteOutcome(
    OptionalLong version, List<String> restored, List<String> live, List<String> gone) {

  public UndeleteOutcome {
    restored = List.copyOf(restored);
    live = List.copyOf(live);
    gone = List.copyOf(gone);
  }
}
