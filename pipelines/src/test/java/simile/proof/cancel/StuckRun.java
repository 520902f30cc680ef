package simile.proof.cancel;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import simile.jobs.Run;
import simile.jobs.RunTracker;
import simile.store.Store;

/** An ingest that announces itself and then does nothing until it is killed. */
public final class StuckRun {
  private StuckRun() {}

  /**
   * @param arguments the store, the run's id, the input
   */
  public static void main(String[] arguments) throws IOException {
    String store = arguments[0];
    String id = arguments[1];
    List<String> command =
        List.of("ingest", "--store", store, "--input", arguments[2], "--quiet", "--run-id", id);
    Run run =
        new Run(
            id,
            id,
            "analogy_creation",
            "default",
            "analogies",
            Instant.now(),
            new TreeMap<>(),
            command);
    new RunTracker(Store.openOrCreate(store), Clock.systemUTC())
        .track(
            run,
            () -> {
              System.out.println("at work");
              System.in.transferTo(System.out);
            });
  }
}
