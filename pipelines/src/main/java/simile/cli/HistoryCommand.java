package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.CountFields;
import simile.cli.console.RecordPrinter;
import simile.cli.option.FormatOption;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.ingest.RunDetails;
import simile.log.Change;
import simile.log.Commit;

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
          Column.text("reason"));

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
    try (Stream<Commit> history = store.open().log().history();
        RecordPrinter printer = RecordPrinter.of(format.get(), console, COLUMNS)) {
      Iterator<Commit> wanted = history.filter(this::isWanted).iterator();
      while (wanted.hasNext()) {
        printer.print(row(wanted.next()));
      }
    }
    return 0;
  }

  private boolean isWanted(Commit commit) {
    return (all || commit.operation().isDone())
        && context.map(contextOf(commit)::equals).orElse(true)
        && collection.map(collectionOf(commit)::equals).orElse(true);
  }

  private static ObjectNode row(Commit commit) {
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", commit.version())
            .put("operation", commit.operation().key())
            .put("context", contextOf(commit))
            .put("collection", collectionOf(commit))
            .put("run_id", commit.runId())
            .put("committed_at", commit.committedAt().toString())
            .put("reason", commit.details().getOrDefault(RunDetails.REASON, ""));
    return CountFields.put(row, commit.counts());
  }

  private static String contextOf(Commit commit) {
    return of(commit, Change::context, RunDetails.CONTEXT);
  }

  private static String collectionOf(Commit commit) {
    return of(commit, Change::collection, RunDetails.COLLECTION);
  }

  /** An entry without changes has it among its details. */
  private static String of(Commit commit, Function<Change, String> name, String detail) {
    return commit.changes().isEmpty()
        ? commit.details().getOrDefault(detail, "")
        : name.apply(commit.changes().get(0));
  }
}
