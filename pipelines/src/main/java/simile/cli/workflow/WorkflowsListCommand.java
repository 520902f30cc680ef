package simile.cli.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;
import simile.cli.option.FormatOption;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.workflow.Workflow;

/** {@code simile workflows list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "List runs, newest first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile workflows list --store /tmp/store --status failed --status dead",
      "  simile workflows list --store /tmp/store --type compaction --limit 5 --format json"
    })
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
          new Column("error_count", "errors", true),
          new Column("dead_since", "dead since", false));

  private final Console console;
  private final Clock clock;

  @Spec private CommandSpec spec;
  @Mixin private StoreOption store;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only in this state: ${COMPLETION-CANDIDATES}. May be repeated.")
  private Set<ShownStatus> states = EnumSet.noneOf(ShownStatus.class);

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "Only of this type, such as analogy_creation. May be repeated.")
  private List<String> types = List.of();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
  private Optional<Integer> limit = Optional.empty();

  @Mixin private FormatOption format;

  WorkflowsListCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    if (limit.filter(n -> n < 0).isPresent()) {
      throw new ParameterException(spec.commandLine(), "--limit is below 0; expected 0 or more");
    }
    Runs.All all = Runs.of(store.open(), store.get(), clock).all();
    List<ShownRun> newestFirst =
        all.runs().stream()
            .filter(run -> states.isEmpty() || states.contains(run.status()))
            .filter(run -> types.isEmpty() || types.contains(run.workflow().type()))
            .sorted(Comparator.comparing((ShownRun run) -> run.workflow().createdAt()).reversed())
            .limit(limit.orElse(Integer.MAX_VALUE))
            .toList();
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, COLUMNS)) {
      for (ShownRun run : newestFirst) {
        printer.print(row(run));
      }
    }
    for (String why : all.damaged()) {
      console.say("simile: not listed, for its workflow is damaged: " + why);
    }
    return 0;
  }

  private static ObjectNode row(ShownRun run) {
    Workflow workflow = run.workflow();
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("run_id", workflow.runId())
            .put("status", run.status().name())
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
    if (run.liveness().isDead()) {
      row.put("dead_since", run.liveness().since().toString());
    }
    return row;
  }
}
