package simile.jobs.repair;

import java.util.Locale;

/**
 * A thing that a repair does, or cannot do.
 *
 * @param action what kind of thing
 * @param path the damaged file, or the segment's key file
 * @param what it means for the records
 */
public record RepairStep(Action action, String path, String what) {

  /** What is done. */
  public enum Action {
    /** A derived file of the log is deleted. */
    DELETE,
    /** A segment's files are written again; nothing is lost. */
    REBUILD,
    /** A segment is written again without what is lost. */
    DROP_LOST,
    /** Nothing can be done without a backup, or without {@code --drop-lost}. */
    NOT_MENDED;

    /** Lower case, with spaces. */
    public String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
