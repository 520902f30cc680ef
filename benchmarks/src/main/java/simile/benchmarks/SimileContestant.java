package simile.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Simile, started as a user starts it.
 *
 * @param verb {@code ingest} or {@code import}, which take the same
 */
record SimileContestant(Path launcher, String verb, String runner, boolean sqlite)
    implements Contestant {

  static SimileContestant ingest(Path launcher, String runner, boolean sqlite) {
    return new SimileContestant(launcher, "ingest", runner, sqlite);
  }

  @Override
  public String name() {
    return "simile-" + runner + (sqlite ? "" : "-jsonl");
  }

  @Override
  public String writes() {
    return sqlite ? "JSONL + SQLite" : "JSONL";
  }

  @Override
  public Optional<String> obstacle() {
    return Files.isExecutable(launcher)
        ? Optional.empty()
        : Optional.of("there is no launcher " + launcher.getFileName());
  }

  @Override
  public List<String> command(Path input, Path output) {
    List<String> command =
        new ArrayList<>(List.of(launcher.toString(), verb, "--runner", runner, "--format", "json"));
    command.addAll(List.of("--store", output.toString(), "--input", input.toString()));
    if (!sqlite) {
      command.add("--no-sqlite");
    }
    return command;
  }

  @Override
  public List<OutputCheck> checks() {
    return sqlite ? List.of(OutputCheck.JSONL, OutputCheck.SQLITE) : List.of(OutputCheck.JSONL);
  }
}
