package simile.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import simile.benchmarks.files.Folders;
import simile.testkit.process.Launcher;

/**
 * What two slots could reach on this machine: ingests by the Direct runner, each tied to a
 * processor and into a store of its own, alone and two at once. They share nothing but the machine.
 */
final class Ceiling {
  private static final int PROCESSORS = 2;

  private final Path work;
  private final int runs;

  Ceiling(Path work, int runs) {
    this.work = work;
    this.runs = runs;
  }

  /**
   * Seconds of commands.
   *
   * @param alone on each processor
   * @param together the longer of two at once
   */
  private record Times(List<Double> alone, double together) {
    double ratio() {
      return alone.stream().mapToDouble(Double::doubleValue).sum() / together;
    }
  }

  /**
   * @param input what each ingests
   * @return a table in Markdown
   */
  String run(Path input, long records) throws IOException, InterruptedException {
    Table table = new Table();
    table.line("#### What the machine allows").line("");
    table.line("%,d records each, by the Direct runner, tied to a processor.", records).line("");
    table.line("| run | alone, first processor s | alone, second s | both at once s | ratio |");
    table.line("|--:|--:|--:|--:|--:|");
    for (int run = 1; run <= runs; run++) {
      Times times = once(input);
      table.line(
          "| %d | %.1f | %.1f | %.1f | %.2f |",
          run, times.alone().get(0), times.alone().get(1), times.together(), times.ratio());
    }
    return table.line("").text();
  }

  private Times once(Path input) throws IOException, InterruptedException {
    List<Double> alone = new ArrayList<>();
    for (int processor = 0; processor < PROCESSORS; processor++) {
      alone.add(seconds(input, List.of(processor)));
    }
    return new Times(alone, seconds(input, List.of(0, 1)));
  }

  private double seconds(Path input, List<Integer> processors)
      throws IOException, InterruptedException {
    Path folder = work.resolve("ceiling");
    Folders.delete(folder);
    Files.createDirectories(folder);
    long start = System.nanoTime();
    List<Launcher.Running> all = new ArrayList<>();
    for (int processor : processors) {
      all.add(start(input, folder, Integer.toString(processor)));
    }
    for (Launcher.Running one : all) {
      Launcher.Ended ended = one.await();
      if (ended.exit() != 0) {
        throw new IOException("an ingest ended with " + ended.exit() + ": " + ended.err().strip());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Folders.delete(folder);
    return seconds;
  }

  private static Launcher.Running start(Path input, Path folder, String processor)
      throws IOException {
    String simile = Launcher.project().resolve("simile").toString();
    String store = folder.resolve("store-" + processor).toString();
    return new Launcher(Path.of("taskset"), folder)
        .start(
            "-c",
            processor,
            simile,
            "ingest",
            "--store",
            store,
            "--input",
            input.toString(),
            "--runner",
            "direct",
            "--parallelism",
            "1",
            "-q");
  }
}
