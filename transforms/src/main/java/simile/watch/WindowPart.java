package simile.watch;

import java.io.Serializable;
import simile.ingest.SplitResult;

/** What is gathered of a window before it ends. */
sealed interface WindowPart extends Serializable {

  /** What is to be done. */
  record Planned(Window window) implements WindowPart {}

  /** A split is done. */
  record Written(SplitResult result) implements WindowPart {}

  /**
   * A split cannot be done, since its input is damaged, was changed, or is gone.
   *
   * @param split its number
   * @param why for people
   */
  record Unreadable(int split, String why) implements WindowPart {}
}
