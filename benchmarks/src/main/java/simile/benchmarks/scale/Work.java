package simile.benchmarks.scale;

import java.nio.file.Path;
import java.util.List;

/** What is done at each site, in this order. */
enum Work {
  /** All records into an empty store, as one commit. */
  INGEST {
    @Override
    List<String> command(Path input) {
      return List.of("ingest", "--input", input.toString());
    }
  },
  /** All that is in it is written again, by ranges of ids. */
  COMPACT {
    @Override
    List<String> command(Path input) {
      return List.of("compact", "--full");
    }
  };

  abstract List<String> command(Path input);

  @Override
  public String toString() {
    return this == INGEST ? "ingest" : "compact --full";
  }
}
