package simile.compact;

import java.io.Serializable;

/**
 * How a group ended.
 *
 * @param group the group's number
 * @param ending how
 * @param version the entry that replaced the group's segments; 0 if it yielded
 * @param why it yielded; empty if it did not
 */
public record GroupOutcome(int group, Ending ending, long version, String why)
    implements Serializable {

  /** How a group can end. */
  public enum Ending {
    /** The run replaced its segments. */
    COMMITTED,
    /** Another run replaced the same segments, from the same version. */
    TAKEN,
    /** Others changed its segments first; what is left is for the next compaction. */
    YIELDED
  }
}
