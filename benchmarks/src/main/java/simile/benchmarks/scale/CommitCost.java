package simile.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import simile.benchmarks.files.Folders;
import simile.benchmarks.log.GrowMain;
import simile.benchmarks.log.Growth;
import simile.benchmarks.log.Opened;
import simile.benchmarks.process.ChildJvm;

/** What a commit, and opening, cost as live segments become many. */
final class CommitCost {
  private static final List<Integer> LIVE = List.of(10, 100, 1_000, 10_000);

  private final Path work;
  private final int runs;

  CommitCost(Path work, int runs) {
    this.work = work;
    this.runs = runs;
  }

  /** A table of all storages. */
  String run(List<Storages> storages) throws IOException, InterruptedException {
    Table table = new Table();
    table.line("### A commit, and opening, as live segments become many").line("");
    table.line(
        "| | live segments | append ms | with a checkpoint | entry KB | checkpoint KB | open ms | of all runs | heap MB |");
    table.line("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    Path folder = work.resolve("site");
    for (Storages kind : storages) {
      Folders.delete(folder);
      Files.createDirectories(folder);
      try (Storage storage = kind.start(folder.resolve("storage"))) {
        for (int live : LIVE) {
          String row = row(storage, live);
          System.err.println(row);
          table.line("%s", row);
        }
      }
      Folders.delete(folder);
    }
    return table.line("").text();
  }

  private String row(Storage storage, int live) throws IOException, InterruptedException {
    String location = storage.location("log-" + live);
    Growth growth =
        Growth.parse(
            ChildJvm.said(
                GrowMain.class,
                List.of(location, Integer.toString(live)),
                storage.environment(),
                "-Xmx3g"));
    List<Double> millis = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      millis.add(Opened.of(location, storage.environment()).millis());
    }
    millis.sort(Double::compare);
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.1f | %,.1f | %,.1f | %,.1f | %,.0f | %,.0f to %,.0f | %d |",
        storage.name(),
        live,
        growth.plainMillis(),
        growth.checkpointMillis(),
        growth.entryBytes() / 1e3,
        growth.checkpointBytes() / 1e3,
        millis.get((runs - 1) / 2),
        millis.get(0),
        millis.get(runs - 1),
        Opened.leastHeap(location, storage.environment()));
  }
}
