package simile.export;

import java.io.IOException;

/** Knows whether a run is still wanted. */
@FunctionalInterface
interface Wanted {

  /**
   * Ends the work of a run that was cancelled.
   *
   * @throws simile.log.CommitFencedException if it was
   */
  void require() throws IOException;
}
