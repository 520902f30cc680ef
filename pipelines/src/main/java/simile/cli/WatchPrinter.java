package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import simile.cli.console.Console;
import simile.cli.console.CountFields;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.ingest.RunDetails;
import simile.jobs.watch.WatchListener;
import simile.jobs.watch.WatchSummary;
import simile.log.Commit;
import simile.log.Operation;
import simile.report.Figures;

/**
 * Tells of a stream: on standard error a line for each window, on standard output what it did in
 * all.
 *
 * @param store as the user wrote it
 * @param quiet whether windows are not told of, but for those that fail
 */
record WatchPrinter(Console console, OutputFormat format, String store, boolean quiet)
    implements WatchListener {

  @Override
  public void begun(String stream, String place, String runner) {
    if (!quiet) {
      console.say("simile: running on " + runner);
      console.say("simile: stream " + stream + " watches " + place + "; Ctrl-C ends it");
    }
  }

  @Override
  public void window(Commit entry) {
    String files = Figures.counted(entry.inputs().size(), "file");
    if (entry.operation() == Operation.AUDIT) {
      String why = entry.details().getOrDefault(RunDetails.FAILURE, "");
      console.say(
          "simile: nothing was committed of %s (%s): %s; audit: run %s"
              .formatted(files, entry.inputs().get(0).uri(), why, entry.runId()));
    } else if (!quiet) {
      console.say(
          "simile: version %d: %s, %s, %s rejected"
              .formatted(
                  entry.version(),
                  files,
                  Figures.counted(entry.counts().read(), "record"),
                  Figures.count(entry.counts().rejected())));
    }
  }

  @Override
  public void ended(WatchSummary summary) throws IOException {
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("run_id", summary.stream())
            .put("status", "COMPLETED")
            .put("store", store)
            .put("windows", summary.windows())
            .put("windows_failed", summary.failed())
            .put("files", summary.files())
            .put("files_left_out", summary.leftOut());
    if (summary.version() < 0) {
      object.putNull("version");
    } else {
      object.put("version", summary.version());
    }
    new FieldsPrinter(console).print(format, CountFields.put(object, summary.counts()));
    console.out().flush();
  }
}
