package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;

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
          Column.number("bytes"),
          Column.text("segment"),
          Column.text("sha256"));
  private static final List<Column> SEGMENTS =
      List.of(
          Column.text("segment"),
          new Column("added_in", "added in", true),
          Column.number("rows"),
          Column.number("deletions"),
          Column.number("files"),
          Column.number("bytes"));

  private final Console console;
  private final InspectView view;

  @Mixin private Target target;

  @Option(
      names = "--as-of",
      paramLabel = "VERSION|TIME",
      defaultValue = "latest",
      converter = AsOf.Converter.class,
      description = "Look at the store as it was (default: ${DEFAULT-VALUE}).")
  private AsOf asOf;

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

  InspectCommand(Console console, InspectView view) {
    this.console = console;
    this.view = view;
  }

  @Override
  public Integer call() throws IOException {
    if (part.files) {
      files();
    } else if (part.segments) {
      segments();
    } else if (part.contract) {
      console.out().write(view.contract(target.place(), asOf).getBytes(UTF_8));
    } else {
      new FieldsPrinter(console).print(format.get(), view.summary(target.place(), asOf));
    }
    return 0;
  }

  private void files() throws IOException {
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, FILES)) {
      for (InspectView.LiveFile file : view.files(target.place(), asOf)) {
        printer.print(
            JsonNodeFactory.instance
                .objectNode()
                .put("path", file.path())
                .put("kind", file.kind())
                .put("segment", file.segment())
                .put("rows", file.rows())
                .put("bytes", file.bytes())
                .put("sha256", file.sha256()));
      }
    }
  }

  private void segments() throws IOException {
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, SEGMENTS)) {
      for (InspectView.LiveSegment segment : view.segments(target.place(), asOf)) {
        printer.print(
            JsonNodeFactory.instance
                .objectNode()
                .put("segment", segment.name())
                .put("added_in", segment.addedIn())
                .put("rows", segment.rows())
                .put("deletions", segment.deletions())
                .put("files", segment.files())
                .put("bytes", segment.bytes()));
      }
    }
  }
}
