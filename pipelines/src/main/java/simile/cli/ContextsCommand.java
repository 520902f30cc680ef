package simile.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simile.cli.console.CliFailure;
import simile.cli.console.Column;
import simile.cli.console.Console;

/** {@code simile contexts}: the named parts of a store. */
@Command(
    name = "contexts",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "List the contexts of a store, or show one.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile contexts list --store /tmp/store",
      "  simile contexts show default --store /tmp/store"
    })
final class ContextsCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Which contexts to tell of; all if none is named. */
  record Request(String store, Optional<String> name) {}

  /**
   * The command with its subcommands. Rows have {@code context, collections, rows, bytes, version}.
   */
  static CommandLine of(Console console, RowsView<Request> view) {
    return new CommandLine(new ContextsCommand())
        .addSubcommand(new ListContexts(console, view))
        .addSubcommand(new ShowContext(console, view));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected 'list' or 'show'");
  }

  @Command(name = "list", description = "List the contexts.")
  private static final class ListContexts extends ListingCommand<Request> {
    @Mixin private StoreOption store;

    ListContexts(Console console, RowsView<Request> view) {
      super(
          console,
          view,
          List.of(
              Column.text("context"),
              Column.text("collections"),
              Column.number("rows"),
              Column.number("bytes"),
              Column.number("version")));
    }

    @Override
    Request request() {
      return new Request(store.get(), Optional.empty());
    }
  }

  @Command(name = "show", description = "Show a context.")
  private static final class ShowContext extends ShowingCommand<Request> {
    @Mixin private StoreOption store;

    @Parameters(paramLabel = "NAME", description = "The context.")
    private String name;

    ShowContext(Console console, RowsView<Request> view) {
      super(console, view);
    }

    @Override
    Request request() {
      return new Request(store.get(), Optional.of(name));
    }

    @Override
    CliFailure missing() {
      return notFound(
          "no context '" + name + "'", store.get(), "see which there are: simile contexts list");
    }
  }
}
