package simile.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One program that is measured. */
interface Contestant {

  /** As the table shows it, and {@code --only} takes it. */
  String name();

  /** What it writes, for people: {@code JSONL + SQLite}. */
  String writes();

  /** What stands in its way on this machine; empty where nothing does. */
  default Optional<String> obstacle() {
    return Optional.empty();
  }

  /** The whole command; it is to create {@code output}. */
  List<String> command(Path input, Path output);

  /** What it needs in its environment. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /** Which of its outputs must hold every id. */
  List<OutputCheck> checks();
}
