package simile.cli.change;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.jobs.RunSummary;
import simile.jobs.delete.DeleteArgs;
import simile.jobs.delete.DeleteSummary;
import simile.report.Figures;

/** Sums up a delete. */
final class DeletePrinter {
  private final Console console;

  DeletePrinter(Console console) {
    this.console = console;
  }

  void print(OutputFormat format, DeleteArgs args, DeleteSummary summary) throws IOException {
    new FieldsPrinter(console)
        .print(format, format == OutputFormat.TABLE ? forPeople(summary) : object(args, summary));
    if (summary.live() == 0) {
      console.say(
          "simile: no record was deleted: none "
              + (args.isByCriteria() ? "matched" : "had one of these ids"));
    }
  }

  private static ObjectNode object(DeleteArgs args, DeleteSummary summary) {
    RunSummary run = summary.run();
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("run_id", run.runId())
            .put("version", run.version())
            .put("read_version", summary.readVersion())
            .put("context", args.context())
            .put("collection", args.collection())
            .put("records_deleted", summary.live())
            .put("deletions", run.counts().deletions());
    if (!args.isByCriteria()) {
      object.put("ids_not_found", summary.notFound());
      ArrayNode missing = object.putArray("not_found");
      summary.notFoundIds().forEach(missing::add);
    }
    object.put("reason", summary.reason().orElse(""));
    return object.put("seconds", run.seconds()).put("runner", run.runner());
  }

  private static ObjectNode forPeople(DeleteSummary summary) {
    RunSummary run = summary.run();
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("run", run.runId())
            .put("status", "COMPLETED, version " + run.version())
            .put("deleted", Figures.counted(summary.live(), "record"));
    if (summary.notFound() > 0) {
      String few = String.join(", ", summary.notFoundIds());
      boolean more = summary.notFound() > summary.notFoundIds().size();
      object.put(
          "not found",
          Figures.counted(summary.notFound(), "id") + ": " + few + (more ? ", …" : ""));
    }
    summary.reason().ifPresent(why -> object.put("reason", why));
    return object.put("took", Figures.seconds(run.seconds()) + " on " + run.runner());
  }
}
