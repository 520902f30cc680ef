package simile.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import simile.jobs.imports.ImportArgs;
import simile.jobs.imports.PredecessorSource;
import simile.jobs.imports.SourceFinder;

/** Where an import takes records from: {@code --input} or {@code --from-predecessor}. */
final class ImportOrigin {

  @Option(
      names = "--input",
      required = true,
      paramLabel = "INPUT",
      description =
          "A file, folder, glob or URI, the folder of an export, a bundle (folder or .tar), or - for"
              + " JSONL from standard input. May be repeated.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--from-predecessor",
      required = true,
      paramLabel = "FOLDER",
      description =
          "A store of the system that Simile succeeds; of it the context that --context names.")
  private List<String> stores = new ArrayList<>();

  List<String> inputs() {
    return isPredecessor() ? stores : inputs;
  }

  boolean isPredecessor() {
    return !stores.isEmpty();
  }

  /** Kinds of input besides those that every import knows. */
  List<SourceFinder> finders(ImportArgs args, Consumer<String> notes) {
    return isPredecessor()
        ? List.of(PredecessorSource.finder(args.context(), args.limits().maxLineBytes(), notes))
        : List.of();
  }
}
