package simile.cli.workflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.option.EngineOptions;
import simile.cli.option.FormatOption;
import simile.cli.option.RunOptions;
import simile.cli.option.StoreOption;
import simile.cli.option.StorePlace;
import simile.cli.option.UpsertOptions;
import simile.cli.option.Version;
import simile.cli.option.WriteOptions;
import simile.jobs.Engine;
import simile.jobs.ExitCode;
import simile.jobs.RunSummary;
import simile.jobs.replay.ReplayArgs;
import simile.jobs.replay.ReplayJob;
import simile.workflow.Status;

/** {@code simile workflows replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Take the records that a run rejected, word for word, through a newer contract, as a run of its own.",
      "As with any ingest, a record that is accepted replaces what the store has under its id, unless --merge says otherwise."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:some are accepted now",
      "2:there is no such run, or the contract does not fit",
      "3:none is accepted now",
      "4:the run rejected nothing"
    },
    footerHeading = "%nExample:%n",
    footer = "  simile workflows replay RUN-ID --store /tmp/store --contract analogies-2.odcs.yaml")
final class WorkflowsReplayCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @Parameters(paramLabel = "RUN", description = "The id of the run whose records were rejected.")
  private String replayed;

  @Mixin private StoreOption store;

  @Option(
      names = "--contract",
      required = true,
      paramLabel = "FILE",
      description = "The newer contract.")
  private String contract;

  @Mixin private UpsertOptions upsert;
  @Mixin private WriteOptions write;
  @Mixin private RunOptions run;
  @Mixin private EngineOptions engine;
  @Mixin private FormatOption format;

  WorkflowsReplayCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    Engine chosen = engine.choice().engine(console::say);
    Optional<RunSummary> summary = new ReplayJob(args(chosen), chosen, clock).run();
    if (summary.isEmpty()) {
      console.say("simile: run " + replayed + " rejected nothing; there is nothing to replay");
      return ExitCode.NOTHING.number();
    }
    new FieldsPrinter(console).print(format.get(), object(summary.get()));
    if (!summary.get().completed()) {
      console.say("simile: nothing was committed: " + summary.get().failure().orElse(""));
      return ExitCode.GATE.number();
    }
    return ExitCode.DONE.number();
  }

  private ReplayArgs args(Engine chosen) {
    return new ReplayArgs(
        store.get(),
        replayed,
        contract,
        upsert.embeddings(),
        write.segments(),
        write.maxLineBytes(),
        upsert.merge(),
        run.name(),
        again(chosen));
  }

  /** What does the same again, from any folder. */
  private List<String> again(Engine chosen) {
    List<String> words = new ArrayList<>(List.of("workflows", "replay", replayed));
    words.add("--store=" + absolute(store.get()));
    words.add("--contract=" + absolute(contract));
    words.addAll(upsert.again());
    words.addAll(write.again());
    words.addAll(chosen.again().orElse(List.of())); // last, for what goes to Beam comes after --
    return words;
  }

  private static String absolute(String place) {
    return StorePlace.of(place).absolute();
  }

  private ObjectNode object(RunSummary summary) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object
        .put("run_id", summary.runId())
        .put("replays", replayed)
        .put("status", (summary.completed() ? Status.COMPLETED : Status.FAILED).name());
    if (summary.completed()) {
      object.put("version", summary.version());
    }
    object
        .put("records_replayed", summary.counts().read() + summary.counts().blank())
        .put("records_accepted", summary.counts().accepted())
        .put("records_rejected", summary.counts().rejected());
    ObjectNode violations = object.putObject("violations_by_rule");
    summary.violationsByRule().forEach(violations::put);
    StorePlace place = StorePlace.of(store.get());
    summary.audit().ifPresent(folder -> object.put("audit", place.resolve(folder)));
    return object.put("report", place.resolve(summary.report()));
  }
}
