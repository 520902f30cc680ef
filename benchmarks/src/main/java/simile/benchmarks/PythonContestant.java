package simile.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A Python script, where there is a Python.
 *
 * @param script as a file
 * @param form {@code sqlite} or {@code jsonl}
 */
record PythonContestant(Path script, String form) implements Contestant {

  @Override
  public String name() {
    return "python-" + form;
  }

  @Override
  public String writes() {
    return form.equals("sqlite") ? "SQLite" : "JSONL";
  }

  @Override
  public Optional<String> obstacle() {
    try {
      new ProcessBuilder("python3", "--version").start().onExit().join();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("there is no python3");
    }
  }

  @Override
  public List<String> command(Path input, Path output) {
    return List.of("python3", script.toString(), input.toString(), output.toString(), form);
  }

  @Override
  public List<OutputCheck> checks() {
    return List.of(form.equals("sqlite") ? OutputCheck.SQLITE : OutputCheck.JSONL);
  }
}
