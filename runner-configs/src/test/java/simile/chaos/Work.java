package simile.chaos;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a trial's run does. */
enum Work {
  INGEST,
  /** Deletes nearly a third of what was ingested before. */
  DELETE,
  /** Merges two ingests with the same ids. */
  COMPACT;

  /** The commands before the run, which are done in one process. */
  List<List<String>> before(Path input, Path again) {
    List<String> first = ingest(input, "before-1");
    return switch (this) {
      case INGEST -> List.of();
      case DELETE -> List.of(first);
      case COMPACT -> List.of(first, ingest(again, "before-2"));
    };
  }

  /** The command that meets the fault, without its store. */
  List<String> command(Path input, String run) {
    return switch (this) {
      case INGEST -> ingest(input, run);
      case DELETE -> List.of("delete", "--quality-below", "0.3", "--run-id", run);
      case COMPACT -> List.of("compact", "--full", "--run-id", run);
    };
  }

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Some splits of a small input, and not hundreds of a large one. */
  private static String splitBytes(Path input) {
    return input.toFile().length() > 64 << 20 ? "32MiB" : "4MiB";
  }

  private static List<String> ingest(Path input, String run) {
    return List.of(
        "ingest", "--input", input.toString(), "--run-id", run, "--split-bytes", splitBytes(input));
  }
}
