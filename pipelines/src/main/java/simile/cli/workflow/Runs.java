package simile.cli.workflow;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.cli.console.CliFailure;
import simile.jobs.Aftermath;
import simile.jobs.ExitCode;
import simile.store.Store;
import simile.workflow.Host;
import simile.workflow.Liveness;
import simile.workflow.ProgressFacts;
import simile.workflow.Status;
import simile.workflow.ThisHost;
import simile.workflow.WorkerReports;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** The runs of a store as people are shown them. */
final class Runs {
  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  private final Store store;
  private final String place;
  private final Clock clock;
  private final Host here;

  private Runs(Store store, String place, Clock clock, Host here) {
    this.store = store;
    this.place = place;
    this.clock = clock;
    this.here = here;
  }

  /**
   * @param place the store as the user wrote it
   * @param clock tells which runs are silent
   */
  static Runs of(Store store, String place, Clock clock) {
    return seenFrom(ThisHost.detected(), store, place, clock);
  }

  /** The same as another host would show them. */
  static Runs seenFrom(Host host, Store store, String place, Clock clock) {
    return new Runs(store, place, clock, host);
  }

  /** All runs whose workflows can be read, and what is wrong with the others. */
  record All(List<ShownRun> runs, List<String> damaged) {}

  All all() throws IOException {
    Workflows.Listed listed = new Workflows(store.files()).listed();
    List<ShownRun> runs = new ArrayList<>();
    for (Workflow workflow : listed.workflows()) {
      runs.add(shown(workflow));
    }
    return new All(runs, listed.damaged());
  }

  /**
   * @throws CliFailure if there is no such run
   */
  ShownRun find(String runId) throws IOException {
    Optional<Workflow> workflow = new Workflows(store.files()).read(runId);
    return shown(workflow.orElseThrow(() -> missing(runId)));
  }

  private ShownRun shown(Workflow workflow) throws IOException {
    ShownRun run = look(workflow);
    // Its job may have ended just after the log was read: then the log has more to say.
    return run.liveness().isDead() ? look(run.workflow()) : run;
  }

  private ShownRun look(Workflow workflow) throws IOException {
    Workflow reconciled = new Aftermath(store, here).of(workflow, clock.instant());
    Liveness liveness = Liveness.of(reconciled, clock.instant(), here);
    boolean atWork = reconciled.status() == Status.PROCESSING && !liveness.isDead();
    return new ShownRun(atWork ? told(reconciled) : reconciled, liveness);
  }

  /** With what its workers tell; that it cannot be read fails nothing. */
  private Workflow told(Workflow workflow) {
    try {
      return ProgressFacts.told(workflow, WorkerReports.of(store.files(), workflow.runId()).sum());
    } catch (IOException | RuntimeException e) {
      LOG.debug("How far the workers are could not be read: {}", e.toString());
      return workflow;
    }
  }

  private CliFailure missing(String runId) {
    return new CliFailure(
        ExitCode.USAGE,
        "no run '" + runId + "'",
        place,
        "",
        "see which there are: simile workflows list --store " + place);
  }
}
