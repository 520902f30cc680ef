package simile.benchmarks.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Opening a store with a long log, each time in a process of its own.
 *
 * @param millis from the start of {@code main} until the snapshot is there, ascending
 * @param appendMillis the last appends without a checkpoint, ascending; empty if the log was there
 * @param checkpointMillis the last appends with one
 */
record Opening(List<Double> millis, List<Double> appendMillis, List<Double> checkpointMillis) {

  static Opening measure(Path work, int runs) throws IOException, InterruptedException {
    Path store = work.resolve("long-log");
    LogInput.Appends appends = new LogInput.Appends(new ArrayList<>(), new ArrayList<>());
    if (!Files.isDirectory(store)) {
      System.err.println("making a log of " + LogInput.COMMITS + " commits");
      Path making = work.resolve("long-log.making");
      LifecycleData.delete(making);
      Files.createDirectories(making);
      appends = new LogInput().writeTo(making);
      Files.move(making, store);
    }
    List<Double> millis = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      millis.add(open(store));
    }
    Collections.sort(millis);
    Collections.sort(appends.plain());
    Collections.sort(appends.withCheckpoint());
    return new Opening(millis, appends.plain(), appends.withCheckpoint());
  }

  private static double open(Path store) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OpenMain.class.getName(),
                store.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String[] said =
        new String(process.getInputStream().readAllBytes(), UTF_8).trim().split(" ", -1);
    if (process.waitFor() != 0 || Integer.parseInt(said[1]) != LogInput.LIVE) {
      throw new IOException(store + " cannot be opened, or has not " + LogInput.LIVE + " segments");
    }
    return Double.parseDouble(said[0]);
  }
}
