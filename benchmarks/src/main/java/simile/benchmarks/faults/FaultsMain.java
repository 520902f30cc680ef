package simile.benchmarks.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import simile.benchmarks.generate.Generator;
import simile.testkit.process.Launcher;
import simile.testkit.process.SessionCluster;
import simile.testkit.process.Signals;

/**
 * {@code FaultsMain WORK [RECORDS [RUNS]]}: runs the naive pipeline once as it is and as often as
 * told at each moment, and prints the table of docs/faults.md.
 */
public final class FaultsMain {
  private static final long RECORDS = 60_000;
  private static final int RUNS = 3;

  private FaultsMain() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Path work = Path.of(args[0]).toAbsolutePath();
    long records = args.length > 1 ? Long.parseLong(args[1]) : RECORDS;
    int runs = args.length > 2 ? Integer.parseInt(args[2]) : RUNS;
    Path input = input(work.resolve("input.jsonl"), records);
    try (SessionCluster cluster = SessionCluster.start(work, 2, SessionCluster.FRESH_PAGES);
        Signals signals = new Signals()) {
      NaiveJob job = new NaiveJob(Launcher.project(), work, cluster.master());
      NaiveTrial trial = new NaiveTrial(cluster, signals, job, input, records);
      System.out.print(Row.HEAD);
      System.out.print(trial.run(Moment.NEVER, "naive-0").line());
      for (int run = 1; run <= runs; run++) {
        System.out.print(trial.run(Moment.WRITING, "naive-writing-" + run).line());
        System.out.print(trial.run(Moment.FINALIZING, "naive-finalizing-" + run).line());
      }
    }
  }

  private static Path input(Path file, long records) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      int threads = Runtime.getRuntime().availableProcessors();
      new Generator(Generator.SEED, records, threads).writeTo(out);
    }
    return file;
  }
}
