package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;

/** {@code simile history}: the versions of a collection. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "List the versions of a collection, newest first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile history --store /tmp/store",
      "  simile history --store /tmp/store --all --format json"
    })
final class HistoryCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("version"),
          Column.text("operation"),
          new Column("committed_at", "committed at", false),
          new Column("records_read", "read", true),
          new Column("records_accepted", "accepted", true),
          new Column("records_rejected", "rejected", true),
          Column.number("deletions"),
          new Column("rows_written", "rows", true),
          new Column("run_id", "run", false));

  private final Console console;
  private final HistoryView view;

  @Mixin private Target target;

  @Option(names = "--all", description = "Also entries without rows: audits and fences.")
  private boolean all;

  @Mixin private FormatOption format;

  HistoryCommand(Console console, HistoryView view) {
    this.console = console;
    this.view = view;
  }

  @Override
  public Integer call() throws IOException {
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, COLUMNS)) {
      for (HistoryView.Entry entry : view.entries(target.place(), all)) {
        printer.print(row(entry));
      }
    }
    return 0;
  }

  private static ObjectNode row(HistoryView.Entry entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("version", entry.version())
        .put("kind", entry.kind())
        .put("operation", entry.operation())
        .put("context", entry.context())
        .put("collection", entry.collection())
        .put("run_id", entry.runId())
        .put("committed_at", entry.committedAt().toString())
        .put("records_read", entry.read())
        .put("records_accepted", entry.accepted())
        .put("records_rejected", entry.rejected())
        .put("deletions", entry.deletions())
        .put("rows_written", entry.rows());
  }
}
