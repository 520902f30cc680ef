package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import simile.cli.IngestView.Summary;
import simile.cli.console.Console;
import simile.cli.console.OutputFormat;
import simile.report.Figures;

/** Sums up an ingest. */
final class IngestPrinter {

  private final Console console;

  IngestPrinter(Console console) {
    this.console = console;
  }

  void print(OutputFormat format, Summary summary) throws IOException {
    new FieldsPrinter(console)
        .print(format, format == OutputFormat.TABLE ? forPeople(summary) : object(summary));
  }

  private static ObjectNode object(Summary summary) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("run_id", summary.runId()).put("status", summary.status());
    if (summary.version().isPresent()) {
      object.put("version", summary.version().getAsLong());
    } else {
      object.putNull("version");
    }
    object
        .put("records_read", summary.read())
        .put("records_blank", summary.blank())
        .put("records_accepted", summary.accepted())
        .put("records_rejected", summary.rejected())
        .put("deletions", summary.deletions())
        .put("rows_written", summary.rows());
    ObjectNode files = object.putObject("files");
    summary.files().forEach(files::put);
    object
        .put("bytes_written", summary.bytesWritten())
        .put("seconds", Math.round(summary.seconds() * 1000) / 1000.0);
    ObjectNode violations = object.putObject("violations_by_rule");
    summary.violationsByRule().forEach(violations::put);
    object.put("runner", summary.runner());
    summary.report().ifPresent(path -> object.put("report", path));
    summary.audit().ifPresent(path -> object.put("audit", path));
    return object;
  }

  private static ObjectNode forPeople(Summary summary) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    String version =
        summary.version().isPresent() ? ", version " + summary.version().getAsLong() : "";
    object.put("run", summary.runId());
    object.put("status", summary.status() + version);
    object.put("read", records(summary.read()) + blank(summary.blank()));
    object.put("accepted", Figures.count(summary.accepted()) + deletions(summary.deletions()));
    object.put("rejected", Figures.count(summary.rejected()));
    summary
        .violationsByRule()
        .forEach((rule, n) -> object.withObject("/violations").put(rule, Figures.count(n)));
    object.put("rows", Figures.count(summary.rows()));
    StringBuilder files = new StringBuilder();
    summary.files().forEach((kind, n) -> files.append(n).append(' ').append(kind).append(", "));
    object.put("written", files + Figures.bytes(summary.bytesWritten()));
    object.put("took", Figures.seconds(summary.seconds()) + " on " + summary.runner());
    summary.audit().ifPresent(path -> object.put("audit", path));
    summary.report().ifPresent(path -> object.put("report", path));
    return object;
  }

  private static String records(long n) {
    return Figures.count(n) + (n == 1 ? " record" : " records");
  }

  private static String blank(long n) {
    return n == 0 ? "" : " and " + Figures.count(n) + " blank lines";
  }

  private static String deletions(long n) {
    return n == 0 ? "" : ", " + Figures.count(n) + " of them deletions";
  }
}
