package simile.benchmarks.scale;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import simile.benchmarks.generate.InputFile;

/** The benchmark of what grows. */
public final class Scale {
  private static final double SPEED_UP = 1.5;

  private final Path work;
  private final int runs;
  private final List<String> parts;

  /**
   * @param work where inputs, stores and logs go
   * @param runs of each series
   * @param parts by name; empty for all
   */
  public Scale(Path work, int runs, List<String> parts) {
    this.work = work;
    this.runs = runs;
    this.parts = parts;
  }

  /**
   * @param records the sizes
   * @return tables in Markdown
   */
  public String run(List<Long> records) throws Exception {
    StringBuilder report = new StringBuilder();
    for (long size : records) {
      report.append("### %,d records%n%n".formatted(size));
      if (Part.SLOTS.isIn(parts)) {
        report.append(slots(size));
      }
      if (Part.STORAGE.isIn(parts)) {
        report.append(storage(size));
      }
    }
    if (Part.REQUESTS.isIn(parts)) {
      report.append(new Requests(work).run(records.get(0)));
    }
    if (Part.COMMIT.isIn(parts)) {
      report.append(new CommitCost(work, runs).run(List.of(Storages.values())));
    }
    return report.toString();
  }

  private String slots(long records) throws Exception {
    List<Contest.Entrant> entrants =
        List.of(
            new Contest.Entrant("1 slot", 1, Storages.LOCAL),
            new Contest.Entrant("2 slots", 2, Storages.LOCAL));
    long half = Math.max(1, records / 2);
    return new ContestReport(contest(entrants, records))
            .times("One slot and two, local disk")
            .ratios(SPEED_UP)
            .processes()
            .text()
        + new Ceiling(work, runs).run(InputFile.in(work, half), half);
  }

  private String storage(long records) throws Exception {
    List<Contest.Entrant> entrants =
        Arrays.stream(Storages.values())
            .map(storage -> new Contest.Entrant(storage.toString(), 2, storage))
            .toList();
    return new ContestReport(contest(entrants, records))
        .times("Local disk, HDFS and S3, two slots")
        .ratios(0)
        .processes()
        .text();
  }

  private List<Series> contest(List<Contest.Entrant> entrants, long records) throws Exception {
    return new Contest(work, runs).run(entrants, InputFile.in(work, records), records);
  }
}
