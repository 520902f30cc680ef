package simile.cli.workflow;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import simile.cli.console.CliFailure;
import simile.cli.console.Console;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.jobs.ExitCode;
import simile.jobs.RunIds;
import simile.workflow.ProcessMark;
import simile.workflow.Workflow;

/** {@code simile workflows retry}. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = {
      "Run a failed or dead run again, by the command line that it recorded, under its own id, so that it commits once.",
      "A cancelled one is run under a new id."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is done, now or before",
      "2:it recorded no command line, or read standard input",
      "5:it is at work",
      "*:as the command that is run again"
    },
    footerHeading = "%nExample:%n",
    footer = "  simile workflows retry RUN-ID --store /tmp/store")
final class WorkflowsRetryCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  private final Shell shell;

  @Parameters(paramLabel = "RUN", description = "The run's id.")
  private String runId;

  @Mixin private StoreOption store;

  WorkflowsRetryCommand(Console console, Clock clock, Shell shell) {
    this.console = console;
    this.clock = clock;
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    ShownRun run = Runs.of(store.open(), store.get(), clock).find(runId);
    return switch (run.status()) {
      case COMPLETED -> done(run.workflow());
      case PENDING, PROCESSING -> throw atWork(run.workflow());
      case FAILED, DEAD -> again(run.workflow(), runId, token(run.workflow()));
      case CANCELLED -> underNewId(run.workflow());
    };
  }

  private int done(Workflow workflow) throws IOException {
    String version = workflow.version() < 0 ? "" : " as version " + workflow.version();
    console.line("run " + runId + " is done already" + version + "; nothing was run");
    return ExitCode.DONE.number();
  }

  private int underNewId(Workflow workflow) {
    require(workflow);
    String fresh = RunIds.fresh("retry", clock.instant());
    console.say("simile: run " + runId + " was cancelled for good; its work is run as " + fresh);
    return again(workflow, fresh, fresh);
  }

  private int again(Workflow workflow, String id, String token) {
    RecordedCommand command = require(workflow).with("--store", store.get()).with("--run-id", id);
    if (command.has("--token")) { // a compaction has none: each of its groups has its own
      command = command.with("--token", token);
    }
    console.say("simile: again: " + CommandText.of(command.words()));
    return shell.run(command.words().toArray(String[]::new));
  }

  private RecordedCommand require(Workflow workflow) {
    RecordedCommand command = new RecordedCommand(workflow.command());
    if (command.words().isEmpty()) {
      throw new CliFailure(
          ExitCode.USAGE,
          "run '" + runId + "' recorded no command line",
          store.get(),
          "",
          "start it again as it was started, with --run-id " + runId);
    }
    if (command.readsStandardInput()) {
      throw new CliFailure(
          ExitCode.USAGE,
          "run '" + runId + "' read standard input, which is not kept",
          store.get(),
          "",
          "give it the same input again: " + CommandText.of(command.words()));
    }
    return command;
  }

  private String token(Workflow workflow) {
    return workflow.token().isEmpty() ? runId : workflow.token();
  }

  private CliFailure atWork(Workflow workflow) {
    String where =
        ProcessMark.of(workflow.metadata())
            .map(p -> " (process %d on %s)".formatted(p.pid(), p.hostName()))
            .orElse("");
    return new CliFailure(
        ExitCode.CONFLICT,
        "run '" + runId + "' is at work" + where,
        store.get(),
        "",
        "watch it, or cancel it first: simile workflows cancel %s --store %s"
            .formatted(runId, store.get()));
  }
}
