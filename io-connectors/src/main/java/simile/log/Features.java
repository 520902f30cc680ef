package simile.log;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a reader must know beyond version 1 as it was first defined, so that one that does not
 * refuses the file instead of misreading it.
 */
final class Features {
  /**
   * {@code restores} in a change: segments that become live with a commit that is not their
   * entry's.
   */
  static final String RESTORED_SEGMENTS = "restored_segments";

  /** {@code retention}: versions whose files may be gone. */
  static final String RETENTION = "retention";

  /** What this version knows. */
  static final Set<String> KNOWN = Set.of(RESTORED_SEGMENTS, RETENTION);

  private Features() {}

  static Set<String> of(Commit commit) {
    Set<String> needed = new TreeSet<>();
    if (commit.changes().stream().anyMatch(change -> !change.restores().isEmpty())) {
      needed.add(RESTORED_SEGMENTS);
    }
    if (commit.retention().isPresent()) {
      needed.add(RETENTION);
    }
    return needed;
  }

  /** Restored segments look like any other in a checkpoint. */
  static Set<String> of(Checkpoint checkpoint) {
    return checkpoint.state().retention().equals(Retention.ALL) ? Set.of() : Set.of(RETENTION);
  }
}
