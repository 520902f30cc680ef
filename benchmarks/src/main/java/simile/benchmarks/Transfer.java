package simile.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simile.benchmarks.files.Folders;
import simile.benchmarks.generate.IdNumbers;
import simile.benchmarks.generate.InputFile;
import simile.benchmarks.plain.SqliteFile;
import simile.benchmarks.rivals.DuckDbMain;

/**
 * Exports of a store and imports of one, next to what others take for the same rows: to them they
 * are handed as one JSONL file, sorted by id, of which every line counts.
 */
final class Transfer {
  static final String DUCKDB = "duckdb-parquet";
  static final String PLAIN = "plain-java-sqlite";

  private final Path launcher;
  private final Path work;
  private final int runs;

  Transfer(Path root, Path work, int runs) {
    this.launcher = root.resolve("simile");
    this.work = work;
    this.runs = runs;
  }

  /** Runs everyone in turns. @return a table in Markdown */
  String run(long records) throws IOException, InterruptedException {
    Path rows = prepare(records);
    Map<Contestant, List<Measurement>> measured = new LinkedHashMap<>();
    contestants(store(records)).forEach(c -> measured.put(c, new ArrayList<>()));
    for (int run = 1; run <= runs; run++) {
      for (Map.Entry<Contestant, List<Measurement>> one : measured.entrySet()) {
        Measurement measurement = once(one.getKey(), rows, new IdNumbers(records).distinct());
        one.getValue().add(measurement);
        say(
            "%d, run %d, %s: %.2f s"
                .formatted(records, run, one.getKey().name(), measurement.seconds()));
      }
    }
    return TransferReport.of(new RaceResult(records, Files.size(rows), measured, Map.of()));
  }

  private List<Contestant> contestants(Path store) {
    List<Contestant> all = new ArrayList<>();
    for (String format : List.of("jsonl", "parquet", "sqlite")) {
      for (String runner : List.of("direct", "flink")) {
        all.add(new ExportContestant(launcher, runner, store, format));
      }
    }
    for (String verb : List.of("import", "ingest")) {
      for (String runner : List.of("direct", "flink")) {
        SimileContestant taking = new SimileContestant(launcher, verb, runner, false);
        all.add(new Renamed(name(runner, verb), taking));
      }
    }
    all.add(rival(DUCKDB, "parquet", DuckDbMain.class, "-Xmx256m", "copy", List.of()));
    all.add(rival(PLAIN, "sqlite", SqliteFile.class, "-Xmx1g", "", List.of(OutputCheck.SQLITE)));
    return all;
  }

  static String name(String runner, String what) {
    return "simile-" + runner + "-" + what;
  }

  private static Contestant rival(
      String name,
      String writes,
      Class<?> main,
      String heap,
      String form,
      List<OutputCheck> checks) {
    return new JvmContestant(
        name,
        writes,
        main.getName(),
        List.of(heap, "-XX:+UseSerialGC"),
        (in, out) -> List.of(in.toString(), out.toString(), form),
        checks);
  }

  private Measurement once(Contestant contestant, Path rows, long ids)
      throws IOException, InterruptedException {
    Path output = work.resolve("output");
    Folders.delete(output);
    Measurement measurement = new Meter(work).run(contestant, rows, output);
    for (OutputCheck check : contestant.checks()) {
      long found = check.distinctIds(output);
      if (found != ids) {
        throw new ContestantFailedException(
            "%s: its %s has %d ids instead of %d".formatted(contestant.name(), check, found, ids));
      }
    }
    Folders.delete(output);
    return measurement;
  }

  private Path store(long records) {
    return work.resolve("transfer-" + records);
  }

  /** Makes the store and a file of its rows, unless they are there. */
  private Path prepare(long records) throws IOException, InterruptedException {
    Path rows = work.resolve("transfer-" + records + ".jsonl");
    if (!Files.exists(rows)) {
      Path input = work.resolve("transfer.making");
      InputFile.write(input, records);
      Folders.delete(store(records));
      call("ingest", "--input=" + input, "--no-sqlite", "--store=" + store(records));
      Files.delete(input);
      call("export", "--format=jsonl", "--store=" + store(records), "--output=" + rows);
    }
    Folders.readIntoPageCache(rows);
    return rows;
  }

  private void call(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    int code =
        new ProcessBuilder(command)
            .redirectOutput(work.resolve("stdout").toFile())
            .redirectError(work.resolve("stderr").toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(command + " ended with " + code + "; see " + work.resolve("stderr"));
    }
  }

  private static void say(String what) {
    System.err.println(what);
  }
}
