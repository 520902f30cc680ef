package simile.cli.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import simile.bundle.Bundle;
import simile.bundle.BundledCollection;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.jobs.export.BundleSummary;
import simile.report.Figures;

/** Sums up the export of a bundle. */
final class BundlePrinter {
  private final Console console;

  BundlePrinter(Console console) {
    this.console = console;
  }

  void print(OutputFormat format, BundleSummary summary) throws IOException {
    new FieldsPrinter(console)
        .print(format, format == OutputFormat.TABLE ? forPeople(summary) : object(summary));
    if (summary.before()) {
      console.say("simile: the run had published this before; nothing was written");
    }
  }

  private static ObjectNode object(BundleSummary summary) {
    Bundle bundle = summary.bundle();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("run_id", summary.runId())
            .put("status", "COMPLETED")
            .put("context", bundle.context())
            .put("version", bundle.storeVersion())
            .put("output", summary.place())
            .put("format", BundleOptions.FORMAT)
            .put("collections", bundle.collections().size())
            .put("records", records(bundle))
            .put("vectors", vectors(bundle))
            .put("models", bundle.models().size())
            .put("history_entries", bundle.historyEntries())
            .put("files", bundle.files().size() + 1)
            .put("bytes_written", bundle.totalBytes())
            .put("published_before", summary.before())
            .put("seconds", summary.seconds())
            .put("runner", summary.runner());
    return json;
  }

  private static ObjectNode forPeople(BundleSummary summary) {
    Bundle bundle = summary.bundle();
    return JsonNodeFactory.instance
        .objectNode()
        .put("run", summary.runId())
        .put("status", "COMPLETED")
        .put("from", "%s, version %d".formatted(bundle.context(), bundle.storeVersion()))
        .put("to", summary.place())
        .put(
            "written",
            "%s of %s, %s, %s, %s"
                .formatted(
                    Figures.counted(records(bundle), "record"),
                    Figures.counted(bundle.collections().size(), "collection"),
                    Figures.counted(vectors(bundle), "vector"),
                    Figures.counted(bundle.models().size(), "model"),
                    Figures.bytes(bundle.totalBytes())))
        .put("took", Figures.seconds(summary.seconds()) + " on " + summary.runner());
  }

  private static long records(Bundle bundle) {
    return bundle.collections().stream().mapToLong(BundledCollection::records).sum();
  }

  private static long vectors(Bundle bundle) {
    return bundle.collections().stream().mapToLong(BundledCollection::vectors).sum();
  }
}
