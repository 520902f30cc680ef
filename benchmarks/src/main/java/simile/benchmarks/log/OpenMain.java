package simile.benchmarks.log;

import java.io.IOException;
import java.util.List;
import simile.segment.LiveSegment;
import simile.store.AsOf;
import simile.store.Store;

/**
 * {@code OpenMain STORE}: opens a store and prints the milliseconds, its live segments, and their
 * rows.
 */
public final class OpenMain {
  private OpenMain() {}

  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    List<LiveSegment> segments =
        Store.open(args[0]).snapshot(AsOf.latest()).collection("default", "analogies").segments();
    double millis = (System.nanoTime() - start) / 1e6;
    long rows = segments.stream().mapToLong(live -> live.segment().rows()).sum();
    System.out.println(millis + " " + segments.size() + " " + rows);
  }
}
