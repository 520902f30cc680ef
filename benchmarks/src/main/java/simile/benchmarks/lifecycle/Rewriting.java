package simile.benchmarks.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import simile.benchmarks.files.Folders;

/**
 * Compaction next to ingest: the same rows, each as one command.
 *
 * @param ingestSeconds all inputs into an empty store
 * @param compactSeconds the store of twenty commits, in full; empty if there is no such command
 */
record Rewriting(double ingestSeconds, Optional<Double> compactSeconds) {

  static Rewriting measure(Path work, LifecycleData data, Launcher simile)
      throws IOException, InterruptedException {
    Path store = work.resolve("rewritten");
    Folders.delete(store);
    double ingest = simile.ingest(store, data.commits());
    Optional<Double> compact = Optional.empty();
    if (simile.knows("compact")) {
      Folders.delete(store);
      copy(data.store(), store);
      compact = Optional.of(simile.compact(store));
    }
    Folders.delete(store);
    return new Rewriting(ingest, compact);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
