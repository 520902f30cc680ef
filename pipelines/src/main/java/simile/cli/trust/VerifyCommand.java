package simile.cli.trust;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.RecordPrinter;
import simile.cli.option.FormatOption;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.jobs.ExitCode;
import simile.report.Figures;
import simile.verify.Finding;
import simile.verify.Severity;
import simile.verify.StoreVerifier;
import simile.verify.Verification;

/** {@code simile verify}: whether a store is what its log says. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Check a store: the whole log, and every file that a kept version needs.",
      "Exits with 0 if all is sound, 7 if files lie about that nothing needs, 8 if anything is damaged."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile verify --store /tmp/store",
      "  simile verify --store /tmp/store --full",
      "  simile verify --store /tmp/store --full --format jsonl"
    })
public final class VerifyCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("severity"),
          Column.text("kind"),
          Column.text("path"),
          Column.text("what"),
          Column.text("next"));

  private final Console console;
  private final Clock clock;

  @Spec private CommandSpec spec;

  @Mixin private StoreOption store;

  @Option(
      names = "--full",
      description =
          "Read every byte: hashes, and whether JSONL, SQLite, NPZ and key files say the same.")
  private boolean full;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "How many segments at a time (default: the number of processors).")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Mixin private FormatOption format;

  /**
   * @param clock tells which runs are at work
   */
  public VerifyCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    if (parallelism < 1) {
      throw new ParameterException(
          spec.commandLine(), "--parallelism is below 1; expected 1 or more");
    }
    Verification found = new StoreVerifier(store.locate(), clock, parallelism).verify(full);
    try (RecordPrinter printer = RecordPrinter.ofFindings(format.get(), console, COLUMNS)) {
      for (Finding finding : found.findings()) {
        printer.print(row(finding));
      }
    }
    console.say(summary(found));
    return exit(found).number();
  }

  private static ExitCode exit(Verification found) {
    if (found.has(Severity.DAMAGE)) {
      return ExitCode.DAMAGED;
    }
    return found.has(Severity.ORPHAN) ? ExitCode.ORPHANS : ExitCode.DONE;
  }

  private String summary(Verification found) {
    String looked =
        "%d log entries, %d files".formatted(found.entries(), found.files())
            + (full
                ? ", %d records (%s read)".formatted(found.records(), Figures.bytes(found.bytes()))
                : ", by size only: --full reads them");
    String verdict =
        switch (exit(found)) {
          case DAMAGED -> "DAMAGED: " + Figures.counted(found.count(Severity.DAMAGE), "finding");
          case ORPHANS ->
              "sound, but nothing needs " + Figures.counted(found.count(Severity.ORPHAN), "file");
          default -> "sound";
        };
    return "version %d: %s; %s".formatted(found.version(), verdict, looked);
  }

  private static ObjectNode row(Finding finding) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("severity", finding.severity().key())
        .put("kind", finding.kind().key())
        .put("path", finding.path())
        .put("what", finding.what())
        .put("next", finding.next());
  }
}
