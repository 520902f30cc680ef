package simile.jobs;

import java.util.List;
import simile.ingest.MergeMode;

/** An ingest as a command line: what would do the same again, from any folder. */
final class IngestCommandLine {
  private IngestCommandLine() {}

  /** The words after the program's name; none if no command line can do it. */
  static List<String> of(IngestArgs args, Engine engine, String runId, String token) {
    CommandWords words =
        new CommandWords("ingest")
            .putPlace("--store", args.store())
            .put("--context", args.context())
            .put("--collection", args.collection())
            .putPlaces("--input", args.inputs())
            .putPlace("--contract", args.contract())
            .putPlace("--embeddings", args.embeddings());
    if (args.merge() != MergeMode.LATEST) {
      words.put("--merge", args.merge().key());
    }
    return words
        .intake(args.segments(), args.gate(), args.limits())
        .put("--run-id", runId)
        .put("--token", token)
        .endedBy(engine.again());
  }
}
