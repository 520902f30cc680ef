package simile.benchmarks.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import simile.benchmarks.generate.InputFile;
import simile.testkit.process.Launcher;
import simile.testkit.process.SessionCluster;
import simile.testkit.process.Signals;

/** What becomes of the naive pipeline's output when a worker dies. */
public final class Faults {
  private final Path work;
  private final int runs;

  /**
   * @param work where the input, the output and logs go
   * @param runs for each moment
   */
  public Faults(Path work, int runs) {
    this.work = work;
    this.runs = runs;
  }

  /**
   * Runs it once as it is, and as often as told with a death at each moment.
   *
   * @return a table in Markdown
   */
  public String run(long records) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(work.resolve("output"));
    Path input = InputFile.in(work, records);
    StringBuilder table = new StringBuilder(Row.HEAD);
    try (SessionCluster cluster = SessionCluster.start(folder, 2, SessionCluster.FRESH_PAGES);
        Signals signals = new Signals()) {
      NaiveJob job = new NaiveJob(Launcher.project(), folder, cluster.master());
      NaiveTrial trial = new NaiveTrial(cluster, signals, job, input, records);
      table.append(told(trial.run(Moment.NEVER, "naive-0")));
      for (int run = 1; run <= runs; run++) {
        table.append(told(trial.run(Moment.WRITING, "naive-writing-" + run)));
        table.append(told(trial.run(Moment.FINALIZING, "naive-finalizing-" + run)));
      }
    }
    return table.append('\n').toString();
  }

  private static String told(Row row) {
    System.err.print(row.line());
    return row.line();
  }
}
