package simile.jobs.imports;

import java.util.List;
import simile.jobs.CommandWords;
import simile.jobs.Engine;

/** An import as a command line: what would do the same again, from any folder. */
final class ImportCommandLine {
  private ImportCommandLine() {}

  /** The words after the program's name; none if no command line can do it. */
  static List<String> of(ImportArgs args, Engine engine, String runId, String token) {
    return new CommandWords("import")
        .putPlace("--store", args.store())
        .put("--context", args.context())
        .put("--collection", args.collection())
        .putPlaces(args.fromPredecessor() ? "--from-predecessor" : "--input", args.inputs())
        .putPlace("--contract", args.contract())
        .putPlace("--embeddings", args.embeddings())
        .put("--merge-strategy", args.strategy().key())
        .intake(args.segments(), args.gate(), args.limits())
        .put("--run-id", runId)
        .put("--token", token)
        .endedBy(engine.again());
  }
}
