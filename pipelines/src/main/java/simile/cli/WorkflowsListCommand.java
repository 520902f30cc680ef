package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;
import simile.cli.option.FormatOption;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.store.Store;
import simile.workflow.Status;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** {@code simile workflows list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "List runs, newest first.",
    footerHeading = "%nExample:%n",
    footer = "  simile workflows list --store /tmp/store --status failed")
final class WorkflowsListCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("run_id", "run", false),
          Column.text("status"),
          Column.text("type"),
          Column.text("context"),
          Column.text("collection"),
          new Column("created_at", "submitted at", false),
          Column.number("version"),
          new Column("items_processed", "processed", true),
          new Column("error_count", "errors", true));

  private final Console console;

  @Mixin private StoreOption store;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only in this state: ${COMPLETION-CANDIDATES}. May be repeated.")
  private Set<Status> states = EnumSet.noneOf(Status.class);

  @Mixin private FormatOption format;

  WorkflowsListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Store opened = store.open();
    List<Workflow> newestFirst =
        new Workflows(opened.files())
            .reconciled(opened.log()).stream()
                .filter(workflow -> states.isEmpty() || states.contains(workflow.status()))
                .sorted(Comparator.comparing(Workflow::createdAt).reversed())
                .toList();
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, COLUMNS)) {
      for (Workflow workflow : newestFirst) {
        printer.print(row(workflow));
      }
    }
    return 0;
  }

  private static ObjectNode row(Workflow workflow) {
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("run_id", workflow.runId())
            .put("status", workflow.status().name())
            .put("type", workflow.type())
            .put("context", workflow.context())
            .put("collection", workflow.collection())
            .put("created_at", workflow.createdAt().toString())
            .put("items_processed", workflow.itemsProcessed())
            .put("items_total", workflow.itemsTotal())
            .put("error_count", workflow.errorCount());
    if (workflow.version() >= 0) {
      row.put("version", workflow.version());
    }
    return row;
  }
}
