package simile.cli.version;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.cli.console.RecordPrinter;
import simile.cli.option.FormatOption;
import simile.cli.option.Target;
import simile.cli.option.Version;
import simile.history.DifferenceCounts;
import simile.history.RecordDifference;
import simile.history.SnapshotDiff;
import simile.log.CollectionKey;
import simile.segment.LiveSegment;
import simile.store.AsOf;
import simile.store.Snapshot;
import simile.store.Store;
import simile.store.StoreNotFoundException;

/** {@code simile diff}: the records in which two versions differ. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Print the records that were inserted, updated or deleted between two versions.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile diff --store /tmp/store 3 latest",
      "  simile diff --store /tmp/store 2026-01-31 before-cleanup --summary",
      "  simile diff --store /tmp/store 3 4 --format jsonl | jq -r 'select(.change == \"deleted\") | .id'"
    })
public final class DiffCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("id"),
          Column.text("change"),
          new Column("before_version", "version before", true),
          new Column("after_version", "version after", true));

  private final Console console;

  @Parameters(index = "0", paramLabel = "V1", description = "A version, tag or time, or 'latest'.")
  private AsOf first;

  @Parameters(index = "1", paramLabel = "V2", description = "Another, which it is compared with.")
  private AsOf second;

  @Mixin private Target target;

  @Option(names = "--summary", description = "Print only how many records differ.")
  private boolean summary;

  @Mixin private FormatOption format;

  public DiffCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Store store = target.store().open();
    Snapshot before = store.snapshot(first);
    Snapshot after = store.snapshot(second);
    CollectionKey key = new CollectionKey(target.context(), target.collection());
    if (!before.collections().contains(key) && !after.collections().contains(key)) {
      throw new StoreNotFoundException(
          "neither version %d nor version %d has a collection %s"
              .formatted(before.version(), after.version(), key));
    }
    try (SnapshotDiff diff =
        SnapshotDiff.of(store.files(), segments(before, key), segments(after, key))) {
      if (summary) {
        summarize(diff, before, after);
      } else {
        print(diff);
        DifferenceCounts counts = diff.counts();
        console.say(
            "simile: %d inserted, %d updated, %d deleted, %d unchanged"
                .formatted(
                    counts.inserted(), counts.updated(), counts.deleted(), counts.unchanged()));
      }
    }
    return 0;
  }

  private static List<LiveSegment> segments(Snapshot snapshot, CollectionKey key)
      throws IOException {
    return snapshot.collections().contains(key)
        ? snapshot.collection(key.context(), key.collection()).segments()
        : List.of();
  }

  private void summarize(SnapshotDiff diff, Snapshot before, Snapshot after) throws IOException {
    Optional<RecordDifference> next = diff.next();
    while (next.isPresent()) {
      next = diff.next();
    }
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("from_version", before.version())
            .put("to_version", after.version());
    new FieldsPrinter(console).print(format.get(), Counted.put(object, diff.counts()));
  }

  private void print(SnapshotDiff diff) throws IOException {
    boolean withRecords = format.get() == OutputFormat.JSON || format.get() == OutputFormat.JSONL;
    try (RecordPrinter printer = RecordPrinter.ofFindings(format.get(), console, COLUMNS)) {
      for (Optional<RecordDifference> next = diff.next(); next.isPresent(); next = diff.next()) {
        ObjectNode row = row(next.get());
        if (withRecords) {
          put(row, "before", diff.before(next.get()));
          put(row, "after", diff.after(next.get()));
        }
        printer.print(row);
      }
    }
  }

  private static ObjectNode row(RecordDifference difference) {
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", difference.id())
            .put("change", difference.kind().key());
    difference.before().ifPresent(entry -> row.put("before_version", entry.commit()));
    difference.after().ifPresent(entry -> row.put("after_version", entry.commit()));
    return row;
  }

  private static void put(ObjectNode row, String field, Optional<byte[]> json) throws IOException {
    if (json.isPresent()) {
      row.set(field, RecordPrinter.parsed(json.get(), 0, json.get().length));
    }
  }
}
