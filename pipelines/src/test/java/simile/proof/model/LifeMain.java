package simile.proof.model;

import java.io.IOException;
import java.time.Clock;
import java.util.TreeSet;
import simile.files.StoreFilesOpener;

/** Runs one of the changes of a {@link Life}, in a store that halts the process. */
final class LifeMain {
  private LifeMain() {}

  /**
   * @param arguments the store's location, the change
   */
  public static void main(String[] arguments) throws IOException {
    Operations operations =
        new PlainOperations(
            StoreFilesOpener.fromClassPath().open(arguments[0]),
            Clock.systemUTC(),
            true,
            new TreeSet<>());
    Dispatch.run(operations, Life.RUN, Life.changes().get(arguments[1]));
  }
}
