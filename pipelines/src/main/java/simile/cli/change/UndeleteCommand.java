package simile.cli.change;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.cli.option.FormatOption;
import simile.cli.option.RunOptions;
import simile.cli.option.Target;
import simile.cli.option.Version;
import simile.jobs.ExitCode;
import simile.jobs.delete.DeleteArgs;
import simile.jobs.delete.UndeleteJob;
import simile.jobs.delete.UndeleteSummary;
import simile.query.Criteria;
import simile.report.Figures;

/** {@code simile undelete}: brings deleted records back. */
@Command(
    name = "undelete",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Bring deleted records back, as they last were, while their data is there.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile undelete --store /tmp/store --id heart-pump",
      "  simile undelete --store /tmp/store --ids-file ids.txt --reason 'deleted by mistake'"
    })
public final class UndeleteCommand implements Callable<Integer> {
  private static final int NAMED = 5;

  private final Console console;
  private final Clock clock;
  private final InputStream standardInput;

  @Mixin private Target target;

  @Option(names = "--id", paramLabel = "ID", description = "The record with this id. Repeatable.")
  private List<String> ids = List.of();

  @Option(
      names = "--ids-file",
      paramLabel = "FILE",
      description =
          "Records whose ids are in a file, or in standard input (-): one a line, or JSON lines with"
              + " an id.")
  private Optional<String> idsFile = Optional.empty();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, for history.")
  private String reason;

  @Mixin private RunOptions run;
  @Mixin private FormatOption format;

  public UndeleteCommand(Console console, Clock clock, InputStream standardInput) {
    this.console = console;
    this.clock = clock;
    this.standardInput = standardInput;
  }

  @Override
  public Integer call() throws IOException {
    UndeleteSummary summary = new UndeleteJob(args(), clock, standardInput).run();
    new FieldsPrinter(console)
        .print(
            format.get(),
            format.get() == OutputFormat.TABLE ? forPeople(summary) : object(summary));
    if (summary.version().isPresent()) {
      return ExitCode.DONE.number();
    }
    console.say("simile: nothing was brought back: " + why(summary));
    return ExitCode.NOTHING.number();
  }

  private DeleteArgs args() {
    if (ids.isEmpty() && idsFile.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing says what to bring back; give --id ID or --ids-file FILE");
    }
    return new DeleteArgs(
        target.store().get(),
        target.context(),
        target.collection(),
        ids,
        idsFile,
        Criteria.ALL,
        reason,
        run.runId(),
        run.token());
  }

  private static String why(UndeleteSummary summary) {
    if (summary.gone().isEmpty()) {
      return summary.live().isEmpty()
          ? "the list of ids is empty"
          : "every record is there already";
    }
    return "there is no record of "
        + few(summary.gone())
        + ", or its files were vacuumed"
        + (summary.live().isEmpty() ? "" : "; the others are there already")
        + "; check the ids, or ingest the records again";
  }

  private static ObjectNode object(UndeleteSummary summary) {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("run_id", summary.runId());
    summary
        .version()
        .ifPresentOrElse(v -> object.put("version", v), () -> object.putNull("version"));
    object.put("records_restored", summary.restored());
    put(object.putArray("already_live"), summary.live());
    put(object.putArray("gone"), summary.gone());
    return object;
  }

  private static void put(ArrayNode array, List<String> ids) {
    ids.forEach(array::add);
  }

  private static ObjectNode forPeople(UndeleteSummary summary) {
    ObjectNode object = JsonNodeFactory.instance.objectNode().put("run", summary.runId());
    summary.version().ifPresent(v -> object.put("status", "COMPLETED, version " + v));
    object.put("brought back", Figures.counted(summary.restored(), "record"));
    if (!summary.live().isEmpty()) {
      object.put("already there", few(summary.live()));
    }
    if (!summary.gone().isEmpty()) {
      object.put("gone", few(summary.gone()));
    }
    return object;
  }

  private static String few(List<String> ids) {
    String named = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
    return ids.size() > NAMED ? named + " and " + (ids.size() - NAMED) + " more" : named;
  }
}
