package simile.benchmarks.log;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import simile.benchmarks.process.ChildJvm;

/**
 * A store that was opened by a process of its own.
 *
 * @param millis from the start of {@code main} until the snapshot was there
 * @param segments live ones
 * @param rows of all live segments, tombstones apart
 */
public record Opened(double millis, int segments, long rows) {

  /**
   * Opens it once.
   *
   * @param environment variables that are needed to find it
   */
  public static Opened of(String location, Map<String, String> environment)
      throws IOException, InterruptedException {
    String said = ChildJvm.said(OpenMain.class, List.of(location), environment);
    String[] figures = said.split(" ", -1);
    return new Opened(
        Double.parseDouble(figures[0]), Integer.parseInt(figures[1]), Long.parseLong(figures[2]));
  }

  /** The least heap, in MB, doubled from 32 on, with which a store can be opened. */
  public static int leastHeap(String location, Map<String, String> environment)
      throws IOException, InterruptedException {
    for (int megabytes = 32; ; megabytes *= 2) {
      ProcessBuilder builder =
          ChildJvm.of(
                  OpenMain.class, List.of(location), "-Xmx" + megabytes + "m", "-XX:+UseSerialGC")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      builder.environment().putAll(environment);
      if (builder.start().waitFor() == 0) {
        return megabytes;
      }
      if (megabytes >= 1 << 14) {
        throw new IOException(location + " cannot be opened with " + megabytes + " MB");
      }
    }
  }
}
