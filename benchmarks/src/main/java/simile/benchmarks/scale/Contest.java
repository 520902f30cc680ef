package simile.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import simile.benchmarks.files.Folders;
import simile.benchmarks.generate.IdNumbers;
import simile.benchmarks.log.Opened;

/** The same works at several sites, in turns; each turn has a cluster and a store of its own. */
final class Contest {

  /**
   * A kind of site.
   *
   * @param name in the words of the table
   */
  record Entrant(String name, int slots, Storages storage) {}

  private static final String STORE = "store";

  private final Path work;
  private final int runs;

  Contest(Path work, int runs) {
    this.work = work;
    this.runs = runs;
  }

  /**
   * @throws IOException if a store does not have every record in the end
   */
  List<Series> run(List<Entrant> entrants, Path input, long records)
      throws IOException, InterruptedException {
    List<Series> all = new ArrayList<>();
    for (Work one : Work.values()) {
      entrants.forEach(entrant -> all.add(new Series(one, entrant.name(), new ArrayList<>())));
    }
    for (int run = 1; run <= runs; run++) {
      for (Entrant entrant : entrants) {
        for (Series series : once(entrant, input, records)) {
          note(all, series);
          System.err.printf(
              "%d, run %d, %s, %s: job %.1f s%n",
              records, run, series.site(), series.work(), series.median().jobSeconds());
        }
      }
    }
    return all;
  }

  private static void note(List<Series> all, Series more) {
    all.stream()
        .filter(one -> one.work() == more.work() && one.site().equals(more.site()))
        .forEach(one -> one.runs().addAll(more.runs()));
  }

  private List<Series> once(Entrant entrant, Path input, long records)
      throws IOException, InterruptedException {
    Path folder = work.resolve("site");
    Folders.delete(folder);
    Files.createDirectories(folder);
    List<Series> done = new ArrayList<>();
    try (Storage storage = entrant.storage().start(folder.resolve("storage"));
        Site site = Site.start(entrant.slots(), storage, folder)) {
      for (Work one : Work.values()) {
        String runId = one.name().toLowerCase(Locale.ROOT);
        Measured measured = site.run(one.command(input), runId, STORE);
        done.add(new Series(one, entrant.name(), List.of(measured)));
      }
      requireAll(storage, records);
    }
    Folders.delete(folder);
    return done;
  }

  private static void requireAll(Storage storage, long records)
      throws IOException, InterruptedException {
    String location = storage.location(STORE);
    long rows = Opened.of(location, storage.environment()).rows();
    long expected = new IdNumbers(records).distinct();
    if (rows != expected) {
      throw new IOException("%s has %d rows, not %d".formatted(location, rows, expected));
    }
  }
}
