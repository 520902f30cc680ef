package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.cli.console.RecordPrinter;
import simile.cli.option.AsOfOption;
import simile.cli.option.FormatOption;
import simile.cli.option.StorePlace;
import simile.cli.option.Target;
import simile.cli.option.Version;
import simile.contract.ContractException;
import simile.contract.ContractJson;
import simile.contract.ContractParser;
import simile.segment.DataFile;
import simile.segment.LiveSegment;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/** {@code simile inspect}: what a version is made of. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Show what a version is made of: sizes, segments, files, contract.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile inspect --store /tmp/store",
      "  simile inspect --store /tmp/store --live-files --format csv",
      "  simile inspect --store /tmp/store --as-of 3 --show-contract"
    })
final class InspectCommand implements Callable<Integer> {
  private static final List<Column> FILES =
      List.of(
          Column.text("path"),
          Column.text("kind"),
          Column.number("rows"),
          Column.bytes("bytes"),
          Column.text("segment"),
          Column.digest("sha256"));
  private static final List<Column> SEGMENTS =
      List.of(
          Column.text("segment"),
          new Column("added_in", "added in", true),
          Column.number("rows"),
          Column.number("tombstones"),
          Column.number("files"),
          Column.bytes("bytes"),
          new Column("min_id", "from", false),
          new Column("max_id", "to", false));

  private final Console console;

  @Mixin private Target target;
  @Mixin private AsOfOption asOf;

  @ArgGroup private Part part = new Part();

  @Mixin private FormatOption format;

  /** What to show, if not the summary. */
  static final class Part {
    @Option(names = "--live-files", description = "List the files that belong to the version.")
    private boolean files;

    @Option(names = "--segments", description = "List the segments of the version.")
    private boolean segments;

    @Option(names = "--show-contract", description = "Print the contract of the version.")
    private boolean contract;
  }

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, ContractException {
    Store store = target.store().open();
    CollectionSnapshot snapshot =
        store.snapshot(asOf.get()).collection(target.context(), target.collection());
    if (part.files) {
      files(snapshot);
    } else if (part.segments) {
      segments(snapshot);
    } else if (part.contract) {
      contract(store, snapshot);
    } else {
      String place = StorePlace.of(target.store().get()).absolute();
      new InspectPrinter(console).print(format.get(), place, snapshot);
    }
    return 0;
  }

  /** For people the file as it was given; for programs what Simile makes of it. */
  private void contract(Store store, CollectionSnapshot snapshot)
      throws IOException, ContractException {
    String path = snapshot.contract().path();
    byte[] yaml = store.files().read(path);
    if (format.get() == OutputFormat.TABLE) {
      console.out().write(yaml);
    } else {
      new FieldsPrinter(console)
          .print(format.get(), ContractJson.of(ContractParser.parse(path, yaml)));
    }
  }

  private void files(CollectionSnapshot snapshot) throws IOException {
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, FILES)) {
      for (LiveSegment live : snapshot.segments()) {
        for (DataFile file : live.segment().files()) {
          printer.print(row(live, file));
        }
      }
    }
  }

  private static ObjectNode row(LiveSegment live, DataFile file) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("path", file.path())
        .put("kind", file.kind().key())
        .put("segment", live.segment().name())
        .put("rows", file.rows())
        .put("bytes", file.bytes())
        .put("sha256", file.sha256());
  }

  private void segments(CollectionSnapshot snapshot) throws IOException {
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, SEGMENTS)) {
      for (LiveSegment live : snapshot.segments()) {
        printer.print(row(live));
      }
    }
  }

  private static ObjectNode row(LiveSegment live) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("segment", live.segment().name())
        .put("added_in", live.commit())
        .put("rows", live.segment().rows())
        .put("tombstones", live.segment().tombstones())
        .put("files", live.segment().files().size())
        .put("bytes", live.segment().files().stream().mapToLong(DataFile::bytes).sum())
        .put("min_id", live.segment().minId())
        .put("max_id", live.segment().maxId());
  }
}
