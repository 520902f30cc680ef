package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;
import simile.cli.option.AsOfOption;
import simile.cli.option.FormatOption;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.log.CollectionKey;
import simile.store.Snapshot;

/** {@code simile contexts list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "List the contexts.",
    footerHeading = "%nExample:%n",
    footer = "  simile contexts list --store /tmp/store --format json")
final class ContextsListCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("context"),
          Column.list("collections"),
          Column.number("rows"),
          Column.number("files"),
          Column.bytes("bytes"));

  private final Console console;

  @Mixin private StoreOption store;
  @Mixin private AsOfOption asOf;
  @Mixin private FormatOption format;

  ContextsListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Snapshot snapshot = store.open().snapshot(asOf.get());
    List<String> contexts =
        snapshot.collections().stream().map(CollectionKey::context).distinct().toList();
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, COLUMNS)) {
      for (String context : contexts) {
        printer.print(row(snapshot, context));
      }
    }
    return 0;
  }

  private static ObjectNode row(Snapshot snapshot, String context) throws IOException {
    CollectionSize size = CollectionSize.ZERO;
    ObjectNode row = JsonNodeFactory.instance.objectNode().put("context", context);
    var collections = row.putArray("collections");
    for (CollectionKey key : snapshot.collections()) {
      if (key.context().equals(context)) {
        collections.add(key.collection());
        size =
            size.plus(CollectionSize.of(snapshot.collection(context, key.collection()).segments()));
      }
    }
    return row.put("rows", size.rows()).put("files", size.files()).put("bytes", size.bytes());
  }
}
