package simile.cli.change;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import simile.cli.console.LeftRunPrinter;
import simile.cli.console.RecordPrinter;
import simile.cli.option.DetachOption;
import simile.cli.option.EngineChoice;
import simile.cli.option.EngineOptions;
import simile.cli.option.Filters;
import simile.cli.option.FormatOption;
import simile.cli.option.RecordColumns;
import simile.cli.option.RunOptions;
import simile.cli.option.Target;
import simile.cli.option.Version;
import simile.jobs.ExitCode;
import simile.jobs.LeftRunningException;
import simile.jobs.delete.DeleteArgs;
import simile.jobs.delete.DeleteJob;
import simile.jobs.delete.DeletePreview;
import simile.query.Criteria;
import simile.report.Figures;
import simile.store.AsOf;
import simile.store.CollectionSnapshot;

/** {@code simile delete}: hides records, by id or by what they are. */
@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Delete records by id, or those that match all criteria; of a repeated one, any.",
      "Earlier versions keep them, and undelete brings them back."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile delete --store /tmp/store --id heart-pump --reason 'asked for'",
      "  simile delete --store /tmp/store --ids-file ids.txt",
      "  simile delete --store /tmp/store --domain weather --quality-below 0.3 --dry-run"
    })
public final class DeleteCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  private final InputStream standardInput;

  @Mixin private Target target;

  @Option(
      names = "--ids-file",
      paramLabel = "FILE",
      description =
          "Records whose ids are in a file, or in standard input (-): one a line, or JSON lines with"
              + " an id.")
  private Optional<String> idsFile = Optional.empty();

  @Mixin private Filters filters;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Why, for history.")
  private String reason;

  @Option(names = "--dry-run", description = "Print what would be deleted, and delete nothing.")
  private boolean dryRun;

  @Mixin private RunOptions run;
  @Mixin private EngineOptions engine;
  @Mixin private DetachOption detach;
  @Mixin private FormatOption format;

  public DeleteCommand(Console console, Clock clock, InputStream standardInput) {
    this.console = console;
    this.clock = clock;
    this.standardInput = standardInput;
  }

  @Override
  public Integer call() throws IOException {
    DeleteArgs args = args();
    CollectionSnapshot now = target.snapshot(AsOf.latest());
    filters.requireFields(now);
    EngineChoice choice = detach.of(engine.choice());
    if (dryRun) {
      preview(args, now);
    } else {
      DeleteJob job = new DeleteJob(args, choice.engine(console::say), clock, standardInput);
      try {
        new DeletePrinter(console).print(format.get(), args, job.run());
      } catch (LeftRunningException e) {
        return new LeftRunPrinter(console).print(format.get(), args.store(), e);
      }
    }
    return ExitCode.DONE.number();
  }

  private DeleteArgs args() {
    Criteria asked = filters.criteria();
    return new DeleteArgs(
        target.store().get(),
        target.context(),
        target.collection(),
        asked.ids(),
        idsFile,
        asked.withIds(List.of()),
        reason,
        run.runId(),
        run.token());
  }

  private void preview(DeleteArgs args, CollectionSnapshot now) throws IOException {
    long[] count = {0};
    try (RecordPrinter printer =
        RecordPrinter.of(
            format.get(), console, RecordColumns.of(now.schema(), format.get(), false))) {
      new DeletePreview(args, standardInput)
          .show(
              now,
              row -> {
                byte[] json = row.json().getBytes(UTF_8);
                printer.print(json, 0, json.length);
                count[0]++;
              });
    }
    console.say(
        "simile: would delete %s of version %d; nothing was changed"
            .formatted(Figures.counted(count[0], "record"), now.version()));
  }
}
