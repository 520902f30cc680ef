package simile.cli;

import java.nio.file.Path;
import simile.files.FailedWrite;

/** What to do next where a disk takes no more; the system only says why. */
final class DiskRefusals {
  static final String FULL = "No space left on device";
  private static final String READ_ONLY = "Read-only file system";

  private DiskRefusals() {}

  /**
   * The end of a sentence; empty where there is nothing to say.
   *
   * @param reason as the system words it
   * @param file what could not be written
   */
  static String next(String reason, String file) {
    if (reason.equals(READ_ONLY)) {
      return "; choose a place that can be written";
    }
    if (!reason.equals(FULL)) {
      return "";
    }
    return FailedWrite.isTemporary(Path.of(file))
        ? "; free space there, or " + FailedWrite.OTHER_TEMPORARY
        : "; free space there, and run it again";
  }

  /** The same, where the system does not say which file. */
  static String somewhere() {
    return "the disk of the store, of the output, or of Java's temporary folder %s; free space there, or %s"
        .formatted(FailedWrite.temporary(), FailedWrite.OTHER_TEMPORARY);
  }
}
