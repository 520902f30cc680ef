package simile.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simile.cli.console.CliFailure;
import simile.cli.console.Column;
import simile.cli.console.Console;

/** {@code simile workflows}: the runs as people see them. */
@Command(
    name = "workflows",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "List the runs on a store, or show one.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile workflows list --store /tmp/store --status failed",
      "  simile workflows show RUN-ID --store /tmp/store --format json"
    })
final class WorkflowsCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** The states of a workflow. */
  enum Status {
    PENDING,
    PROCESSING,
    COMPLETED,
    FAILED,
    CANCELLED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which workflows to tell of: of any state if none is named, of any run if none is. */
  record Request(String store, Set<Status> states, Optional<String> runId) {}

  /**
   * The command with its subcommands. Rows have {@code run_id, status, operation, context,
   * collection, started_at, version, records_read, records_rejected}, and may have more.
   */
  static CommandLine of(Console console, RowsView<Request> view) {
    return new CommandLine(new WorkflowsCommand())
        .addSubcommand(new ListWorkflows(console, view))
        .addSubcommand(new ShowWorkflow(console, view));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected 'list' or 'show'");
  }

  @Command(name = "list", description = "List runs, newest first.")
  private static final class ListWorkflows extends ListingCommand<Request> {
    @Mixin private StoreOption store;

    @Option(
        names = "--status",
        paramLabel = "STATUS",
        description = "Only in this state: ${COMPLETION-CANDIDATES}. May be repeated.")
    private Set<Status> states = EnumSet.noneOf(Status.class);

    ListWorkflows(Console console, RowsView<Request> view) {
      super(
          console,
          view,
          List.of(
              new Column("run_id", "run", false),
              Column.text("status"),
              Column.text("operation"),
              Column.text("context"),
              Column.text("collection"),
              new Column("started_at", "started at", false),
              Column.number("version"),
              new Column("records_read", "read", true),
              new Column("records_rejected", "rejected", true)));
    }

    @Override
    Request request() {
      return new Request(store.get(), Set.copyOf(states), Optional.empty());
    }
  }

  @Command(name = "show", description = "Show a run.")
  private static final class ShowWorkflow extends ShowingCommand<Request> {
    @Mixin private StoreOption store;

    @Parameters(paramLabel = "RUN", description = "The run's id.")
    private String runId;

    ShowWorkflow(Console console, RowsView<Request> view) {
      super(console, view);
    }

    @Override
    Request request() {
      return new Request(store.get(), Set.of(), Optional.of(runId));
    }

    @Override
    CliFailure missing() {
      return notFound(
          "no run '" + runId + "'", store.get(), "see which there are: simile workflows list");
    }
  }
}
