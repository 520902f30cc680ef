package simile.benchmarks.lifecycle;

import java.io.IOException;
import simile.store.AsOf;
import simile.store.Store;

/** {@code OpenMain STORE}: opens a store and prints the milliseconds, and its live segments. */
public final class OpenMain {
  private OpenMain() {}

  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    int segments =
        Store.open(args[0])
            .snapshot(AsOf.latest())
            .collection("default", "analogies")
            .segments()
            .size();
    System.out.println((System.nanoTime() - start) / 1e6 + " " + segments);
  }
}
