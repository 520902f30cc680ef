package simile.jobs;

import java.io.IOException;
import simile.workflow.WorkDone;

/** Knows how far the workers of a run are. Safe for many threads. */
@FunctionalInterface
public interface ProgressSource {

  /** All that they have told by now. */
  WorkDone read() throws IOException;
}
