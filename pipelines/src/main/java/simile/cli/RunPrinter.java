package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.cli.console.Console;
import simile.cli.console.CountFields;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.cli.option.StorePlace;
import simile.ingest.MergeMode;
import simile.jobs.RunSummary;
import simile.log.Counts;
import simile.report.Figures;
import simile.segment.FileKind;
import simile.workflow.Status;

/** Sums up a run that wrote records. */
final class RunPrinter {
  private static final SortedMap<String, String> FORMATS =
      new TreeMap<>(
          Map.of(
              FileKind.JSONL.key(), "JSONL",
              FileKind.SQLITE.key(), "SQLite",
              FileKind.NPZ.key(), "NPZ"));

  private final Console console;
  private final StorePlace place;
  private final String context;

  RunPrinter(Console console, String store, String context) {
    this.console = console;
    this.place = StorePlace.of(store);
    this.context = context;
  }

  void print(OutputFormat format, RunSummary summary) throws IOException {
    new FieldsPrinter(console)
        .print(format, format == OutputFormat.TABLE ? forPeople(summary) : object(summary));
  }

  private ObjectNode object(RunSummary summary) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("run_id", summary.runId()).put("status", status(summary));
    if (summary.completed()) {
      object.put("version", summary.version());
    } else {
      object.putNull("version");
      object.put("failure", summary.failure().orElse(""));
    }
    object
        .put("store", place.absolute())
        .put("context", context)
        .put("collection", String.join(",", summary.collections().keySet()));
    CountFields.put(object, summary.counts());
    object.put("records_skipped", summary.skipped());
    summary.merged().ifPresent(n -> object.put("records_merged", n));
    if (summary.collections().size() > 1) {
      put(object.putObject("rows_by_collection"), summary.collections());
    }
    put(object.putObject("files"), summary.files());
    object.put("seconds", summary.seconds());
    put(object.putObject("violations_by_rule"), summary.violationsByRule());
    put(object.putObject("warnings_by_rule"), summary.warningsByRule());
    object.put("runner", summary.runner());
    object.put("report", place.resolve(summary.report()));
    summary
        .audit()
        .ifPresentOrElse(
            path -> object.put("audit", place.resolve(path)), () -> object.putNull("audit"));
    return object;
  }

  private ObjectNode forPeople(RunSummary summary) {
    Counts counts = summary.counts();
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("run", summary.runId());
    object.put(
        "status", status(summary) + (summary.completed() ? ", version " + summary.version() : ""));
    String names = String.join(", ", summary.collections().keySet());
    object.put("into", context + "/" + names + " of " + place.absolute());
    object.put("read", Figures.counted(counts.read(), "record") + blank(counts.blank()));
    object.put("accepted", Figures.count(counts.accepted()) + deletions(counts.deletions()));
    conflicts(object, summary);
    object.put("rejected", Figures.count(counts.rejected()));
    counted(object, "violations", summary.violationsByRule());
    counted(object, "warnings", summary.warningsByRule());
    if (summary.completed()) {
      object.put("rows", Figures.count(counts.rows()));
      if (summary.collections().size() > 1) {
        counted(object, "in", summary.collections());
      }
      object.put("written", files(summary) + Figures.bytes(counts.bytesWritten()) + " in all");
    }
    object.put("took", Figures.seconds(summary.seconds()) + " on " + summary.runner());
    summary.audit().ifPresent(path -> object.put("audit", place.resolve(path)));
    object.put("report", place.resolve(summary.report()));
    return object;
  }

  private static void conflicts(ObjectNode object, RunSummary summary) {
    if (summary.mode().equals(MergeMode.SKIP_EXISTING.key())) {
      object.put("skipped", Figures.counted(summary.skipped(), "record") + " whose id exists");
    } else if (summary.mode().equals(MergeMode.NEWER.key())) {
      String stored = Figures.counted(summary.skipped(), "record");
      object.put("kept", stored + " that the store has as they are, or newer");
      object.put("merged", Figures.counted(summary.merged().orElse(0), "record"));
    }
  }

  private static String status(RunSummary summary) {
    return (summary.completed() ? Status.COMPLETED : Status.FAILED).name();
  }

  private static void put(ObjectNode object, Map<String, Long> counts) {
    counts.forEach(object::put);
  }

  private static void counted(ObjectNode object, String name, Map<String, Long> byRule) {
    byRule.forEach((rule, n) -> object.withObjectProperty(name).put(rule, Figures.count(n)));
  }

  /** What other tools read; the store's own files are of no interest here. */
  private static String files(RunSummary summary) {
    StringBuilder text = new StringBuilder();
    FORMATS.forEach(
        (kind, name) -> {
          long n = summary.files().getOrDefault(kind, 0L);
          text.append(n == 0 ? "" : Figures.count(n) + " " + name + ", ");
        });
    return text.toString();
  }

  private static String blank(long n) {
    return n == 0 ? "" : " and " + Figures.counted(n, "blank line");
  }

  /** Of accepted records, how many are deletions; nothing if none is. */
  static String deletions(long n) {
    return n == 0
        ? ""
        : ", " + Figures.count(n) + (n == 1 ? " of them a deletion" : " of them deletions");
  }
}
