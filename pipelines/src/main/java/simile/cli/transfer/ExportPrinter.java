package simile.cli.transfer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.export.ExportManifest;
import simile.export.ExportShape;
import simile.jobs.export.ExportSummary;
import simile.jsonl.Compression;
import simile.report.Figures;

/** Sums up an export. */
final class ExportPrinter {
  private final Console console;

  ExportPrinter(Console console) {
    this.console = console;
  }

  void print(OutputFormat format, ExportSummary summary) throws IOException {
    new FieldsPrinter(console)
        .print(format, format == OutputFormat.TABLE ? forPeople(summary) : object(summary));
    if (summary.before()) {
      console.say("simile: the run had published this before; nothing was written");
    }
  }

  private static ObjectNode object(ExportSummary summary) {
    ExportManifest manifest = summary.manifest();
    ExportShape shape = manifest.shape();
    return JsonNodeFactory.instance
        .objectNode()
        .put("run_id", manifest.runId())
        .put("status", "COMPLETED")
        .put("context", manifest.context())
        .put("collection", manifest.collection())
        .put("version", manifest.version())
        .put("output", summary.output().place())
        .put("format", shape.format().key())
        .put("compression", shape.compression().name().toLowerCase(Locale.ROOT))
        .put("partition_by", shape.partitionBy())
        .put("records", manifest.rows())
        .put("files", manifest.files().size())
        .put("bytes_written", manifest.bytes())
        .put("published_before", summary.before())
        .put("seconds", summary.seconds())
        .put("runner", summary.runner());
  }

  private static ObjectNode forPeople(ExportSummary summary) {
    ExportManifest manifest = summary.manifest();
    String compressed =
        manifest.shape().compression() == Compression.NONE
            ? ""
            : ", " + manifest.shape().compression().name().toLowerCase(Locale.ROOT);
    return JsonNodeFactory.instance
        .objectNode()
        .put("run", manifest.runId())
        .put("status", "COMPLETED")
        .put(
            "from",
            "%s/%s, version %d"
                .formatted(manifest.context(), manifest.collection(), manifest.version()))
        .put("to", summary.output().place())
        .put(
            "written",
            "%s, %s as %s%s, %s"
                .formatted(
                    Figures.counted(manifest.rows(), "record"),
                    Figures.counted(manifest.files().size(), "file"),
                    manifest.shape().format().key(),
                    compressed,
                    Figures.bytes(manifest.bytes())))
        .put("took", Figures.seconds(summary.seconds()) + " on " + summary.runner());
  }
}
