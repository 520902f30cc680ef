package simile.jobs;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.Operation;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/**
 * Says of a run at work that it lives and how far it is, and looks whether it was cancelled. A beat
 * that fails fails nothing: the next one may go well, and if none does, the run is taken for dead.
 */
final class Heartbeat implements RunProgress {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final Source NOTHING = progress -> {};

  private final CommitLog log;
  private final Workflows workflows;
  private final Clock clock;
  private final Workplace workplace;
  private Workflow workflow;
  private Source source = NOTHING;
  private Stop stop = () -> {};
  private Optional<Stop> interruption = Optional.empty();
  private long made = -1;
  private boolean ended;
  private volatile Optional<Commit> fence = Optional.empty();

  /**
   * @param workplace where the work is done
   * @param started the run as it began
   */
  Heartbeat(
      CommitLog log, Workflows workflows, Clock clock, Workplace workplace, Workflow started) {
    this.log = log;
    this.workflows = workflows;
    this.clock = clock;
    this.workplace = workplace;
    this.workflow = started;
  }

  /** Looks, and says it. */
  synchronized void beat() {
    if (ended) {
      return;
    }
    try {
      lookForFence();
    } catch (IOException | RuntimeException e) {
      LOG.warn("Whether the run was cancelled could not be read: {}", e.toString());
    }
    workflow = workflow.withMetadata(workplace.facts(workflow.runId()));
    try {
      source.tell(this);
      at(workflow.itemsProcessed(), workflow.itemsTotal());
      if (fence.isEmpty()) {
        workflows.write(workflow);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("That the run lives could not be noted: {}", e.toString());
    }
  }

  /** No beat comes after this. @return the run as it was last known */
  synchronized Workflow end() {
    ended = true;
    workflow = workflow.withMetadata(workplace.facts(workflow.runId()));
    return workflow;
  }

  @Override
  public synchronized void at(long processed, long total) {
    workflow = workflow.alive(processed, total, clock.instant());
  }

  @Override
  public synchronized void note(String name, String value) {
    workflow = workflow.withMetadata(Map.of(name, value));
  }

  @Override
  public synchronized void from(Source next) {
    source = next;
  }

  @Override
  public synchronized void whenCancelled(Stop next) {
    stop = next;
  }

  @Override
  public synchronized void whenInterrupted(Stop next) {
    interruption = Optional.of(next);
  }

  @Override
  public synchronized void made(long version) {
    made = version;
  }

  /** The newest version that the work said it made; -1 if it said of none. */
  synchronized long made() {
    return made;
  }

  /** Asks the work to end, since the process will. @return whether it ends well */
  synchronized boolean interrupt() {
    try {
      if (!ended && interruption.isPresent()) {
        interruption.get().stop();
      }
      return ended || interruption.isPresent();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The run could not be asked to end: {}", e.toString());
      return false;
    }
  }

  @Override
  public void requireNotCancelled() throws CommitFencedException {
    if (fence.isPresent()) {
      throw new CommitFencedException(
          "run '%s' was cancelled by version %d while it worked"
              .formatted(fence.get().runId(), fence.get().version()));
    }
  }

  private void lookForFence() throws IOException {
    if (fence.isPresent()) {
      return;
    }
    Optional<Commit> entry = log.byRun(workflow.runId());
    if (entry.isPresent() && entry.get().operation() == Operation.FENCE) {
      fence = entry;
      stop.stop();
      workplace.stop(workflow.runId());
    }
  }
}
