package simile.jobs;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import simile.lineage.Lineage;
import simile.lineage.LineageEvent;
import simile.lineage.LineageTarget;
import simile.log.Commit;
import simile.store.Store;
import simile.workflow.Workflow;

/** Tells a lineage service what runs read and write, and how they end. */
public final class LineageObserver implements RunObserver {
  private final Lineage lineage;
  private final Clock clock;
  private final Consumer<String> warn;

  private LineageObserver(Lineage lineage, Clock clock, Consumer<String> warn) {
    this.lineage = lineage;
    this.clock = clock;
    this.warn = warn;
  }

  /**
   * Tells a service.
   *
   * @param warn is told what could not be told
   */
  public static RunObserver of(LineageTarget target, Clock clock, Consumer<String> warn) {
    return new LineageObserver(target.open(warn), clock, warn);
  }

  @Override
  public void began(Store store, Run run) {
    tell(() -> LineageEvents.start(store, run, clock.instant()));
  }

  @Override
  public void ended(Store store, Run run, Workflow how, Optional<Commit> entry) {
    tell(() -> LineageEvents.end(store, run, how, entry, clock.instant()));
  }

  /** What the event says is read from the store, which may fail too. */
  private interface Telling {
    LineageEvent event() throws IOException;
  }

  private void tell(Telling telling) {
    try {
      lineage.tell(telling.event());
    } catch (IOException | RuntimeException e) {
      warn.accept("no lineage event could be made of the run: " + e.getMessage());
    }
  }
}
