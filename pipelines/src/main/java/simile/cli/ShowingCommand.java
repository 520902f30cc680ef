package simile.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import simile.cli.console.CliFailure;
import simile.cli.console.Console;
import simile.cli.console.ExitCode;

/** What the commands share that show one thing of a store. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
abstract class ShowingCommand<R> implements Callable<Integer> {

  private final Console console;
  private final RowsView<R> view;

  @Mixin private FormatOption format;

  ShowingCommand(Console console, RowsView<R> view) {
    this.console = console;
    this.view = view;
  }

  /** What was asked for. */
  abstract R request();

  /** The failure to report if there is no such thing. */
  abstract CliFailure missing();

  /** A failure of the kind {@link #missing} returns. */
  static CliFailure notFound(String what, String where, String next) {
    return new CliFailure(ExitCode.NOTHING, what, where, "", next);
  }

  @Override
  public Integer call() throws IOException {
    List<ObjectNode> rows = view.rows(request());
    if (rows.isEmpty()) {
      throw missing();
    }
    new FieldsPrinter(console).print(format.get(), rows.get(0));
    return 0;
  }
}
