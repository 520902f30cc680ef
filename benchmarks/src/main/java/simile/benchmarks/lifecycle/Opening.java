package simile.benchmarks.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import simile.benchmarks.files.Folders;
import simile.benchmarks.log.Appends;
import simile.benchmarks.log.Opened;

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
    Appends appends = Appends.none();
    if (!Files.isDirectory(store)) {
      System.err.println("making a log of " + LongLog.COMMITS + " commits");
      Path making = work.resolve("long-log.making");
      Folders.delete(making);
      Files.createDirectories(making);
      appends = LongLog.writeTo(making);
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
    Opened opened = Opened.of(store.toString(), Map.of());
    if (opened.segments() != LongLog.LIVE) {
      throw new IOException(store + " has not " + LongLog.LIVE + " segments");
    }
    return opened.millis();
  }
}
