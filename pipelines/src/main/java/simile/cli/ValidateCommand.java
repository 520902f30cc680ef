package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simile.cli.console.CliFailure;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;
import simile.cli.option.FormatOption;
import simile.cli.option.SizeConverter;
import simile.cli.option.Version;
import simile.cli.validate.Finding;
import simile.cli.validate.Validation;
import simile.cli.validate.Verdict;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.contract.ContractException;
import simile.contract.ContractParser;
import simile.contract.rule.Violation;
import simile.jobs.ExitCode;
import simile.jobs.InputLimits;
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
          Column.text("field"),
          Column.text("expected"),
          Column.text("actual"),
          Column.text("hint"));

  private final Console console;
  private final InputStream standardInput;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "A file, folder or glob of JSON lines, or - for standard input.")
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

  ValidateCommand(Console console, InputStream standardInput) {
    this.console = console;
    this.standardInput = standardInput;
  }

  @Override
  public Integer call() throws IOException, ContractException {
    Contract wanted = contract();
    int maxLine = (int) Math.min(maxLineBytes, InputLimits.MOST_SPLIT_BYTES);
    Verdict verdict;
    try (RecordPrinter printer = RecordPrinter.ofFindings(format.get(), console, COLUMNS)) {
      verdict =
          new Validation(wanted, maxLine, finding -> printer.print(row(finding)))
              .check(files, standardInput);
    }
    sumUp(verdict);
    return (verdict.rejected() > 0 ? ExitCode.GATE : ExitCode.DONE).number();
  }

  private Contract contract() throws IOException, ContractException {
    Path file = Path.of(contract);
    if (Files.isRegularFile(file)) {
      return ContractParser.parse(contract, Files.readAllBytes(file));
    }
    return BuiltInContracts.find(contract)
        .orElseThrow(
            () ->
                new CliFailure(
                    ExitCode.USAGE,
                    "no contract '" + contract + "'",
                    "",
                    "expected a contract file, or one of " + BuiltInContracts.names(),
                    "check the path"));
  }

  private static String blank(long lines) {
    return lines == 0 ? "" : " and " + Figures.counted(lines, "blank line");
  }

  private void sumUp(Verdict verdict) {
    console.say(
        "simile: "
            + Figures.counted(verdict.read(), "record")
            + blank(verdict.blankLines())
            + " read, "
            + Figures.count(verdict.accepted())
            + " accepted, "
            + Figures.count(verdict.rejected())
            + " rejected");
    verdict
        .violationsByRule()
        .forEach((rule, count) -> console.say("  " + rule + "  " + Figures.count(count)));
    verdict
        .warningsByRule()
        .forEach(
            (rule, count) -> console.say("  " + rule + "  " + Figures.count(count) + " (warning)"));
  }

  private static ObjectNode row(Finding finding) {
    Violation violation = finding.violation();
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", finding.file())
        .put("line", finding.line())
        .put("offset", finding.offset())
        .put("severity", violation.severity().name().toLowerCase(Locale.ROOT))
        .put("rule", violation.rule())
        .put("field", violation.pointer())
        .put("expected", violation.expected())
        .put("actual", violation.actual())
        .put("hint", violation.hint());
  }
}
