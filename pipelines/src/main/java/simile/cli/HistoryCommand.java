package simile.cli;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;
import simile.cli.option.FormatOption;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.Retention;

/** {@code simile history}: the versions of a store. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "List the versions of a store, newest first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile history --store /tmp/store",
      "  simile history --store /tmp/store --collection frames",
      "  simile history --store /tmp/store --all --format json"
    })
final class HistoryCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("version"),
          Column.text("operation"),
          Column.text("context"),
          Column.text("collection"),
          new Column("committed_at", "committed at", false),
          new Column("records_read", "read", true),
          new Column("records_accepted", "accepted", true),
          new Column("records_rejected", "rejected", true),
          Column.number("deletions"),
          new Column("rows_written", "rows", true),
          new Column("run_id", "run", false),
          Column.text("note"));

  private final Console console;

  @Mixin private StoreOption store;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      description = "Only versions that changed this context.")
  private Optional<String> context = Optional.empty();

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      description = "Only versions that changed this collection.")
  private Optional<String> collection = Optional.empty();

  @Option(names = "--all", description = "Also entries without rows: audits and fences.")
  private boolean all;

  @Mixin private FormatOption format;

  HistoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CommitLog log = store.open().log();
    Retention retention = log.state().retention();
    try (Stream<Commit> history = log.history();
        RecordPrinter printer = RecordPrinter.of(format.get(), console, COLUMNS)) {
      Iterator<HistoryRow> wanted =
          history
              .filter(commit -> all || commit.operation().isDone())
              .map(commit -> new HistoryRow(commit, retention))
              .filter(row -> row.isOf(context, collection))
              .iterator();
      while (wanted.hasNext()) {
        printer.print(wanted.next().json());
      }
    }
    return 0;
  }
}
