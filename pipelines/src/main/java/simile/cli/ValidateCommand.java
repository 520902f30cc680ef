package simile.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.ExitCode;
import simile.cli.console.RecordPrinter;
import simile.report.Figures;

/** {@code simile validate}: checks files against a contract, without a store. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Check files against a contract; prints violations, exit 3 if a record fails.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile validate analogies.jsonl",
      "  simile validate data/*.jsonl --contract my-contract.yaml --format jsonl"
    })
final class ValidateCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("file"),
          Column.number("line"),
          Column.text("severity"),
          Column.text("rule"),
          Column.text("pointer"),
          Column.text("expected"),
          Column.text("actual"),
          Column.text("hint"));

  private final Console console;
  private final ValidateView view;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON lines; - is standard input.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--contract",
      paramLabel = "FILE|NAME",
      defaultValue = "analogies",
      description = "A contract file, or a built-in contract (default: ${DEFAULT-VALUE}).")
  private String contract;

  @Option(
      names = "--max-line-bytes",
      paramLabel = "SIZE",
      defaultValue = "16MiB",
      converter = SizeConverter.class,
      description = "Longer lines are violations (default: ${DEFAULT-VALUE}).")
  private long maxLineBytes;

  @Mixin private FormatOption format;

  ValidateCommand(Console console, ValidateView view) {
    this.console = console;
    this.view = view;
  }

  @Override
  public Integer call() throws IOException {
    ValidateView.Request request = new ValidateView.Request(files, contract, maxLineBytes);
    ValidateView.Result result;
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, COLUMNS)) {
      result = view.run(request, violation -> print(printer, violation));
    }
    console.say(
        "simile: "
            + Figures.count(result.read())
            + " records read, "
            + Figures.count(result.accepted())
            + " accepted, "
            + Figures.count(result.rejected())
            + " rejected");
    result
        .byRule()
        .forEach((rule, count) -> console.say("  " + rule + "  " + Figures.count(count)));
    return (result.rejected() > 0 ? ExitCode.GATE : ExitCode.DONE).number();
  }

  private static void print(RecordPrinter printer, JsonNode violation) {
    try {
      printer.print(violation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
