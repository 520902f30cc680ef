package simile.jobs;

import java.io.Closeable;
import java.io.IOException;
import simile.ingest.ProgressPlace;
import simile.store.Store;

/** What the workers of a run tell while it goes on, as who submitted it hears it. */
public interface WorkersNotes extends ProgressSource, Closeable {

  /** Where the workers tell it. */
  ProgressPlace place();

  /** Tells the workers that the run was cancelled, if they hear it here. */
  void stop() throws IOException;

  /** Begins: on this machine if the work is done by this process, else in the store. */
  static WorkersNotes open(Engine engine, Store store, String runId) throws IOException {
    return engine.workplace().outlivesThisProcess()
        ? new NotesInStore(store.files(), runId)
        : NotesHere.open();
  }
}
