package simile.cli.version;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simile.cli.console.CliFailure;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.option.AgeConverter;
import simile.cli.option.FormatOption;
import simile.cli.option.RunOptions;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.files.StoreFiles;
import simile.jobs.ExitCode;
import simile.jobs.vacuum.VacuumArgs;
import simile.jobs.vacuum.VacuumJob;
import simile.log.CorruptLogException;
import simile.vacuum.VacuumPlan;
import simile.vacuum.VacuumResult;

/** {@code simile vacuum}: gives versions up, and deletes what nothing needs. */
@Command(
    name = "vacuum",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Give old versions up, and delete the files that nothing needs any more.",
      "Kept: versions that were the newest at any time within --older-than, the current one, tags,",
      "what runs at work read or have written."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile vacuum --store /tmp/store --dry-run",
      "  simile vacuum --store /tmp/store --older-than 30d",
      "  simile vacuum --store /tmp/store --older-than 0s --format json"
    })
public final class VacuumCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @Mixin private StoreOption store;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      defaultValue = "7d",
      converter = AgeConverter.class,
      description = "Such as 0s, 12h, 7d, 2w or PT12H (default: ${DEFAULT-VALUE}).")
  private Duration olderThan;

  @Option(names = "--dry-run", description = "Print what would go, and change nothing.")
  private boolean dryRun;

  @Mixin private RunOptions run;
  @Mixin private FormatOption format;

  public VacuumCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    VacuumArgs args = new VacuumArgs(store.get(), olderThan, run.runId(), run.token());
    VacuumJob job = new VacuumJob(args, clock);
    try {
      return dryRun ? print(job.plan()) : print(job.run());
    } catch (CorruptLogException e) {
      throw new CliFailure(
          ExitCode.DAMAGED,
          "nothing was deleted, since the log cannot be read: " + e.getMessage(),
          e);
    }
  }

  private int print(VacuumPlan plan) throws IOException {
    List<String> files =
        Stream.of(
                plan.unneeded(),
                plan.orphans(),
                plan.dead().values().stream().flatMap(Collection::stream).toList())
            .flatMap(Collection::stream)
            .toList();
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("dry_run", true)
            .put("versions_given_up", plan.givenUp())
            .put("oldest_version", plan.after().oldest())
            .put("files_to_delete", files.size())
            .put("bytes_to_delete", bytes(files))
            .put("files_in_flight", plan.inFlight());
    array(object.putArray("runs_to_fence"), plan.dead().keySet());
    array(object.putArray("foreign_files"), plan.foreign());
    new FieldsPrinter(console).print(format.get(), object);
    return plan.isEmpty() ? nothing() : 0;
  }

  private long bytes(List<String> paths) throws IOException {
    StoreFiles files = store.open().files();
    long bytes = 0;
    for (String path : paths) {
      bytes += files.size(path).orElse(0);
    }
    return bytes;
  }

  private int print(VacuumResult result) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    result
        .entry()
        .ifPresent(
            entry ->
                object
                    .put("run_id", entry.runId())
                    .put("version", entry.version())
                    .put("oldest_version", entry.retention().orElseThrow().oldest()));
    object
        .put("versions_given_up", result.versions())
        .put("files_deleted", result.files())
        .put("bytes_deleted", result.bytes())
        .put("temporary_files_deleted", result.temporaries())
        .put("files_in_flight", result.inFlight());
    array(object.putArray("foreign_files"), result.foreign());
    new FieldsPrinter(console).print(format.get(), object);
    return result.entry().isEmpty() ? nothing() : 0;
  }

  private static void array(ArrayNode array, Collection<String> items) {
    items.forEach(array::add);
  }

  private int nothing() {
    console.say("simile: nothing to do: no version to give up, and no file that nothing needs");
    return ExitCode.NOTHING.number();
  }
}
