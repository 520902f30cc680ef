package simile.jobs;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.cluster.ClusterMark;
import simile.layout.Layout;
import simile.log.Commit;
import simile.log.Operation;
import simile.store.Store;
import simile.workflow.ClusterRuns;
import simile.workflow.Host;
import simile.workflow.WorkerReports;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/**
 * Does what the client of a run on a cluster did not live to do, or did not stay for: notes how the
 * run ended, and writes its report. Whoever asks for the run does it.
 */
public final class Aftermath {
  private static final Logger LOG = LoggerFactory.getLogger(Aftermath.class);

  private final Store store;
  private final Host here;

  public Aftermath(Store store, Host here) {
    this.store = store;
    this.here = here;
  }

  /** The run as it is now. A store that cannot be written fails nothing: it is asked again. */
  public Workflow of(Workflow workflow, Instant now) throws IOException {
    if (ClusterMark.of(workflow.runId(), workflow.metadata()).isEmpty()) {
      return Workflows.reconciled(workflow, store.log());
    }
    Workflow settled = new ClusterRuns(store.log(), here).settled(workflow, now);
    if (settled.status() != workflow.status() && settled.finishedAt().isPresent()) {
      note(settled);
    }
    return settled;
  }

  private void note(Workflow settled) {
    try {
      Optional<Commit> entry = store.log().byRun(settled.runId());
      boolean reported = store.files().size(Layout.report(settled.runId())).isPresent();
      if (entry.isPresent() && hasReport(entry.get()) && !reported) {
        RunReports.write(store, entry.get());
      }
      new Workflows(store.files()).write(settled);
      int unused = WorkerReports.of(store.files(), settled.runId()).delete();
    } catch (IOException | RuntimeException e) {
      LOG.warn("How run '{}' ended could not be noted: {}", settled.runId(), e.toString());
    }
  }

  private static boolean hasReport(Commit entry) {
    return entry.operation() == Operation.INGEST || entry.operation() == Operation.AUDIT;
  }
}
