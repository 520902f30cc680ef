package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import simile.cli.console.CliFailure;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;
import simile.cli.option.AsOfOption;
import simile.cli.option.FormatOption;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.jobs.ExitCode;
import simile.log.CollectionKey;
import simile.store.CollectionSnapshot;
import simile.store.Snapshot;

/** {@code simile contexts show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Show a context: its collections, their contracts and sizes.",
    footerHeading = "%nExample:%n",
    footer = "  simile contexts show default --store /tmp/store")
final class ContextsShowCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("collection"),
          Column.text("contract"),
          new Column("contract_version", "version", false),
          Column.number("dimension"),
          Column.number("segments"),
          Column.number("rows"),
          Column.number("tombstones"),
          Column.number("files"),
          Column.bytes("bytes"));

  private final Console console;

  @Parameters(paramLabel = "NAME", description = "The context.")
  private String name;

  @Mixin private StoreOption store;
  @Mixin private AsOfOption asOf;
  @Mixin private FormatOption format;

  ContextsShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Snapshot snapshot = store.open().snapshot(asOf.get());
    List<CollectionKey> keys =
        snapshot.collections().stream().filter(key -> key.context().equals(name)).toList();
    if (keys.isEmpty()) {
      throw new CliFailure(
          ExitCode.USAGE,
          "no context '" + name + "'",
          store.get(),
          "",
          "see which there are: simile contexts list --store " + store.get());
    }
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, COLUMNS)) {
      for (CollectionKey key : keys) {
        printer.print(row(snapshot.collection(key.context(), key.collection())));
      }
    }
    return 0;
  }

  private static ObjectNode row(CollectionSnapshot snapshot) {
    CollectionSize size = CollectionSize.of(snapshot.segments());
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("collection", snapshot.key().collection())
            .put("contract", snapshot.contract().id())
            .put("contract_version", snapshot.contract().version());
    snapshot.schema().dimension().ifPresent(d -> row.put("dimension", d));
    return row.put("segments", size.segments())
        .put("rows", size.rows())
        .put("tombstones", size.tombstones())
        .put("files", size.files())
        .put("bytes", size.bytes());
  }
}
