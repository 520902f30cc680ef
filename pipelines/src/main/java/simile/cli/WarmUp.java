package simile.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import simile.cli.console.Console;
import simile.cli.console.Terminal;

/**
 * Runs most of what commands run, on a small store and without output. The launcher starts it once
 * after a build, to learn which classes to keep ready for class data sharing: of a pipeline's
 * start, loading and verifying them is the greater part.
 */
final class WarmUp {

  private WarmUp() {}

  public static void main(String[] args) throws IOException {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Cli cli = new Cli(Console.of(nowhere, nowhere, Terminal.NONE));
    String store = Files.createTempDirectory("simile-warm-up-").resolve("store").toString();
    cli.run("--help");
    cli.run("demo", "--store", store);
    for (String format : new String[] {"table", "json", "jsonl", "csv"}) {
      cli.run("doctor", "--format", format);
      cli.run("query", "--store", store, "--limit", "9", "--format", format);
      cli.run("history", "--store", store, "--format", format);
      cli.run("inspect", "--store", store, "--format", format);
    }
    cli.run("workflows", "list", "--store", store);
    cli.run("contexts", "list", "--store", store);
    cli.run("dcotor");
    for (String runner : new String[] {"direct", "flink"}) {
      pipelines(cli, store, runner);
    }
    delete(Path.of(store).getParent());
  }

  private static void pipelines(Cli cli, String store, String runner) {
    String lines = store + "-" + runner + ".jsonl";
    cli.run("export", "--store", store, "--runner", runner, "--format", "jsonl", "--output", lines);
    for (String file : new String[] {"parquet", "sqlite"}) {
      String output = store + "-" + runner + "." + file;
      cli.run("export", "--store", store, "--runner", runner, "--format", file, "--output", output);
    }
    cli.run("ingest", "--store", store, "--runner", runner, "--input", lines);
    cli.run("compact", "--store", store, "--runner", runner, "--full");
  }

  private static void delete(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
