package simile.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;

/** What the commands share that list things of a store. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false)
abstract class ListingCommand<R> implements Callable<Integer> {

  private final Console console;
  private final RowsView<R> view;
  private final List<Column> columns;

  @Mixin private FormatOption format;

  ListingCommand(Console console, RowsView<R> view, List<Column> columns) {
    this.console = console;
    this.view = view;
    this.columns = columns;
  }

  /** What was asked for. */
  abstract R request();

  @Override
  public Integer call() throws IOException {
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, columns)) {
      for (ObjectNode row : view.rows(request())) {
        printer.print(row);
      }
    }
    return 0;
  }
}
