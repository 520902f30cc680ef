package simile.benchmarks.lifecycle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Simile's commands, each a process, as a user starts it. */
record Launcher(Path file, Path work) {

  /** Ingests files as one commit on the Direct runner. @return seconds */
  double ingest(Path store, List<Path> inputs) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ingest", "--runner", "direct"));
    command.addAll(List.of("--store", store.toString()));
    inputs.forEach(input -> command.addAll(List.of("--input", input.toString())));
    return run(command);
  }

  /** Rewrites a store so that nothing superseded is left. @return seconds */
  double compact(Path store) throws IOException, InterruptedException {
    return run(List.of("compact", "--full", "--runner", "direct", "--store", store.toString()));
  }

  /** Whether there is such a command. */
  boolean knows(String command) throws IOException, InterruptedException {
    return start(List.of(command, "--help")).waitFor() == 0;
  }

  private double run(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int code = start(command).waitFor();
    if (code != 0) {
      throw new IOException(command + " ended with " + code + "; see " + work.resolve("stderr"));
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private Process start(List<String> command) throws IOException {
    List<String> all = new ArrayList<>(List.of(file.toString()));
    all.addAll(command);
    return new ProcessBuilder(all)
        .redirectOutput(work.resolve("stdout").toFile())
        .redirectError(work.resolve("stderr").toFile())
        .start();
  }
}
