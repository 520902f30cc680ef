package simile.cli.version;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.option.FormatOption;
import simile.cli.option.RunOptions;
import simile.cli.option.Target;
import simile.cli.option.Version;
import simile.history.DifferenceCounts;
import simile.jobs.ExitCode;
import simile.jobs.rollback.RollbackArgs;
import simile.jobs.rollback.RollbackJob;
import simile.log.CollectionKey;
import simile.log.Commit;
import simile.rollback.Rollback;
import simile.rollback.RollbackPlan;
import simile.rollback.RollbackPlanner;
import simile.store.AsOf;
import simile.store.Store;

/** {@code simile rollback}: a new version with the records of an earlier one. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Make a new version with the records of an earlier one.",
      "Nothing is lost: the versions between stay until a vacuum gives them up."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  simile rollback --store /tmp/store --to 3 --dry-run",
      "  simile rollback --store /tmp/store --to before-cleanup --reason 'wrong input'",
      "  simile rollback --store /tmp/store --to 2026-01-31T12:00:00Z --all"
    })
public final class RollbackCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @Spec private CommandSpec spec;
  @Mixin private Target target;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "VERSION|TAG|TIME",
      description = "The version whose records come back; 0 for none.")
  private String to;

  @Option(names = "--all", description = "Roll back every collection of every context.")
  private boolean all;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
  private String reason = "";

  @Option(names = "--dry-run", description = "Print what would change, and change nothing.")
  private boolean dryRun;

  @Mixin private RunOptions run;
  @Mixin private FormatOption format;

  public RollbackCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Optional<CollectionKey> only = only();
    AsOf asOf = AsOf.parse(to);
    return dryRun ? dryRun(asOf, only) : run(asOf, only);
  }

  private Optional<CollectionKey> only() {
    boolean named =
        spec.commandLine().getParseResult().hasMatchedOption("--collection")
            || spec.commandLine().getParseResult().hasMatchedOption("--context");
    if (all && named) {
      throw new ParameterException(
          spec.commandLine(), "--all and --context or --collection do not go together");
    }
    return all
        ? Optional.empty()
        : Optional.of(new CollectionKey(target.context(), target.collection()));
  }

  private int dryRun(AsOf asOf, Optional<CollectionKey> only) throws IOException {
    Store store = target.store().open();
    RollbackPlan plan = new RollbackPlanner(store).plan(asOf, only);
    if (plan.isEmpty()) {
      return nothing();
    }
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("dry_run", true)
            .put("from_version", plan.base())
            .put("to_version", plan.target())
            .put("segments_removed", plan.removed())
            .put("segments_restored", plan.restored());
    print(object, RecordsChanged.between(store, plan.base(), plan.target(), only));
    return 0;
  }

  private int run(AsOf asOf, Optional<CollectionKey> only) throws IOException {
    RollbackArgs args =
        new RollbackArgs(target.store().get(), asOf, to, only, reason, run.runId(), run.token());
    Optional<Commit> commit = new RollbackJob(args, clock).run();
    if (commit.isEmpty()) {
      return nothing();
    }
    long version = commit.get().version();
    long rolledBackTo = Long.parseLong(commit.get().details().get(Rollback.TARGET));
    ObjectNode object =
        JsonNodeFactory.instance
            .objectNode()
            .put("run_id", commit.get().runId())
            .put("version", version)
            .put("to_version", rolledBackTo)
            .put("segments_removed", detail(commit.get(), "segments_removed"))
            .put("segments_restored", detail(commit.get(), "segments_restored"));
    Store store = target.store().open();
    print(object, RecordsChanged.between(store, version - 1, version, only));
    return 0;
  }

  private static long detail(Commit commit, String name) {
    return Long.parseLong(commit.details().getOrDefault(name, "0"));
  }

  private void print(ObjectNode object, DifferenceCounts counts) throws IOException {
    new FieldsPrinter(console).print(format.get(), Counted.put(object, counts));
  }

  private int nothing() {
    console.say("simile: nothing to do: the records are those of version " + to + " already");
    return ExitCode.NOTHING.number();
  }
}
