package simile.jobs.watch;

import java.util.List;
import simile.ingest.MergeMode;
import simile.jobs.CommandWords;
import simile.jobs.Engine;
import simile.jobs.IngestArgs;

/** A stream as a command line: what would go on with it, from any folder. */
final class WatchCommandLine {
  private WatchCommandLine() {}

  /** The words after the program's name; none if no command line can do it. */
  static List<String> of(WatchArgs args, Engine engine, String stream) {
    IngestArgs ingest = args.ingest();
    CommandWords words =
        new CommandWords("ingest")
            .putPlace("--store", ingest.store())
            .put("--context", ingest.context())
            .put("--collection", ingest.collection())
            .putPlace("--watch", args.place())
            .put("--every", args.every().toString())
            .flag("--until-idle", args.untilIdle())
            .putPlace("--contract", ingest.contract());
    if (ingest.merge() != MergeMode.LATEST) {
      words.put("--merge", ingest.merge().key());
    }
    return words
        .intake(ingest.segments(), ingest.gate(), ingest.limits())
        .put("--run-id", stream)
        .endedBy(engine.again());
  }
}
