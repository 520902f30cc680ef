package simile.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * An export, started as a user starts it.
 *
 * @param store what is exported
 * @param format of the export
 */
record ExportContestant(Path launcher, String runner, Path store, String format)
    implements Contestant {

  @Override
  public String name() {
    return "simile-" + runner + "-" + format;
  }

  @Override
  public String writes() {
    return format.equals("jsonl") ? "JSONL" : format;
  }

  /** JSONL goes to several files, as an ingest's does; the others make one. */
  @Override
  public List<String> command(Path input, Path output) {
    String file = format.equals("jsonl") ? "" : "analogies." + format;
    return List.of(
        launcher.toString(),
        "export",
        "--runner=" + runner,
        "--store=" + store,
        "--format=" + format,
        "--output=" + output + "/" + file,
        "-q");
  }

  @Override
  public List<OutputCheck> checks() {
    return switch (format) {
      case "jsonl" -> List.of(OutputCheck.JSONL);
      case "sqlite" -> List.of(OutputCheck.SQLITE);
      default -> List.of();
    };
  }
}
