package simile.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Column;
import simile.cli.console.Console;
import simile.cli.console.OutputFormat;
import simile.cli.console.RecordPrinter;
import simile.cli.doctor.Doctor;
import simile.cli.doctor.Finding;
import simile.cli.option.FormatOption;
import simile.cli.option.Version;
import simile.files.CapabilityProbe;
import simile.files.StoreFilesOpener;
import simile.jobs.ExitCode;
import simile.store.Store;

/** {@code simile doctor}: is this machine fit? */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Check Java, native libraries, memory, disk and limits; exit 6 if one fails.",
    footerHeading = "%nExample:%n",
    footer = {"  simile doctor --store /tmp/store --format json"})
final class DoctorCommand implements Callable<Integer> {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("status"), Column.text("check"), Column.text("found"), Column.text("next"));

  private final Console console;
  private final Doctor doctor;

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description = "Also check whether this place can hold a store; writes a probe there.")
  private Optional<String> store = Optional.empty();

  @Mixin private FormatOption format;

  DoctorCommand(Console console, Doctor doctor) {
    this.console = console;
    this.doctor = doctor;
  }

  @Override
  public Integer call() throws IOException {
    Doctor asked = store.isPresent() ? doctor.with(store.get(), DoctorCommand::probe) : doctor;
    List<Finding> findings = asked.examine();
    if (format.get() == OutputFormat.TABLE) {
      for (Finding finding : findings) {
        tell(finding);
      }
    } else {
      list(findings);
    }
    boolean failed = findings.stream().anyMatch(f -> f.status() == Finding.Status.FAIL);
    return (failed ? ExitCode.ENVIRONMENT : ExitCode.DONE).number();
  }

  private static void probe(String place) throws IOException {
    CapabilityProbe.require(StoreFilesOpener.fromClassPath().open(place), Store.LOG);
  }

  /** A line for each finding, and what to do below those that are not good. */
  private void tell(Finding finding) throws IOException {
    String status = finding.status().name().toLowerCase(Locale.ROOT);
    String mark = coloured(String.format(Locale.ROOT, "%-4s", status), finding.status());
    console.line(mark + String.format(Locale.ROOT, "  %-17s %s", finding.check(), finding.found()));
    if (!finding.next().isEmpty()) {
      console.line(" ".repeat(24) + "→ " + finding.next());
    }
  }

  private String coloured(String text, Finding.Status status) {
    if (!console.terminal().colour()) {
      return text;
    }
    int colour =
        switch (status) {
          case OK -> 32;
          case WARN -> 33;
          case FAIL -> 31;
        };
    return "\u001b[" + colour + "m" + text + "\u001b[0m";
  }

  private void list(List<Finding> findings) throws IOException {
    try (RecordPrinter printer = RecordPrinter.of(format.get(), console, COLUMNS)) {
      for (Finding finding : findings) {
        printer.print(
            JsonNodeFactory.instance
                .objectNode()
                .put("check", finding.check())
                .put("status", finding.status().name().toLowerCase(Locale.ROOT))
                .put("found", finding.found())
                .put("next", finding.next()));
      }
    }
  }
}
