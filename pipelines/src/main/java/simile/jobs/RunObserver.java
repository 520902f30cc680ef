package simile.jobs;

import java.util.Optional;
import simile.log.Commit;
import simile.store.Store;
import simile.workflow.Workflow;

/** Is told when runs begin and end. Throws nothing, and takes seconds at most. */
public interface RunObserver {

  /** Wants to know nothing. */
  RunObserver NONE =
      new RunObserver() {
        @Override
        public void began(Store store, Run run) {}

        @Override
        public void ended(Store store, Run run, Workflow how, Optional<Commit> entry) {}
      };

  /** The run is announced, and begins to work. */
  void began(Store store, Run run);

  /**
   * The run is over.
   *
   * @param how it ended
   * @param entry its last one in the log, if it has one
   */
  void ended(Store store, Run run, Workflow how, Optional<Commit> entry);
}
