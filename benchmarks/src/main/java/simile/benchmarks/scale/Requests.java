package simile.benchmarks.scale;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import simile.benchmarks.files.Folders;
import simile.benchmarks.generate.InputFile;
import simile.testkit.process.Launcher;

/**
 * Requests to S3 by kind, counted by a proxy, which takes time of its own: so nothing is timed
 * here. The commands run on the Direct runner; a cluster asks for the same and, now and then,
 * again.
 */
final class Requests {
  private static final String STORE = "store";

  private final Path work;

  Requests(Path work) {
    this.work = work;
  }

  /** Runs each command once. @return a table in Markdown */
  String run(long records) throws IOException, InterruptedException {
    Path input = InputFile.in(work, records);
    Path folder = work.resolve("site");
    Folders.delete(folder);
    Files.createDirectories(folder);
    Table table = new Table();
    table.line("#### Requests to S3").line("");
    table.line("| command | LIST | GET | HEAD | PUT | POST | DELETE |");
    table.line("|---|--:|--:|--:|--:|--:|--:|");
    try (ServerProcess server = ServerProcess.start("COUNTED_S3", folder.resolve("storage"))) {
      Launcher simile =
          new Launcher(Launcher.project().resolve("simile"), folder).with(server.environment());
      for (Map.Entry<String, List<String>> step : steps(input).entrySet()) {
        run(simile, step.getValue(), server.root() + STORE);
        line(table, step.getKey(), server.requests());
      }
    }
    Folders.delete(folder);
    return table.line("").text();
  }

  private static Map<String, List<String>> steps(Path input) {
    String id = "analogy-000000000";
    Map<String, List<String>> steps = new TreeMap<>();
    steps.put("1. ingest", List.of("ingest", "--input", input.toString(), "-q"));
    steps.put("2. history (opening)", List.of("history"));
    steps.put("3. query, one id", List.of("query", "--id", id));
    steps.put("4. compact --full", List.of("compact", "--full", "-q"));
    steps.put("5. query, one id", List.of("query", "--id", id));
    return steps;
  }

  private static void line(Table table, String step, Map<String, Long> counts) {
    table.line(
        "| %s | %d | %d | %d | %d | %d | %d |",
        step,
        counts.getOrDefault("LIST", 0L),
        counts.getOrDefault("GET", 0L),
        counts.getOrDefault("HEAD", 0L),
        counts.getOrDefault("PUT", 0L),
        counts.getOrDefault("POST", 0L),
        counts.getOrDefault("DELETE", 0L));
  }

  private static void run(Launcher simile, List<String> command, String location)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(command);
    words.addAll(List.of("--store", location));
    Launcher.Ended ended = simile.run(words.toArray(String[]::new));
    if (ended.exit() != 0) {
      throw new IOException(words + " ended with " + ended.exit() + ": " + ended.err().strip());
    }
  }
}
