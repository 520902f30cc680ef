package simile.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The inputs of trials, each written once. */
final class Inputs {
  private static final long SEED = 20_261_128L;

  private final Path folder;

  Inputs(Path folder) {
    this.folder = folder;
  }

  Path of(int records) throws IOException {
    return written("records-%d.jsonl".formatted(records), records, SEED);
  }

  /** The same ids with other records. */
  Path again(int records) throws IOException {
    return written("again-%d.jsonl".formatted(records), records, SEED + 1);
  }

  private Path written(String name, int records, long seed) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? file : GeneratedInput.write(file, records, seed);
  }
}
