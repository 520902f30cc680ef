package simile.cli.workflow;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simile.cli.console.CliFailure;
import simile.cli.console.Console;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.jobs.ExitCode;
import simile.log.Commit;
import simile.log.Operation;
import simile.store.Store;

/** {@code simile workflows watch}. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Watch a run until it ends.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it completed",
      "1:it failed, or is dead",
      "3:it failed its gate",
      "5:it was cancelled"
    },
    footerHeading = "%nExample:%n",
    footer = "  simile workflows watch RUN-ID --store /tmp/store --interval 0.5")
final class WorkflowsWatchCommand implements Callable<Integer> {
  private static final int MILLIS = 1000;
  private static final double MOST_SECONDS = 86_400;

  private final Console console;
  private final Clock clock;
  private final Pause pause;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "RUN", description = "The run's id.")
  private String runId;

  @Mixin private StoreOption store;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "How often to look (default: ${DEFAULT-VALUE}).")
  private double seconds;

  WorkflowsWatchCommand(Console console, Clock clock, Pause pause) {
    this.console = console;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public Integer call() throws IOException {
    if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
      throw new ParameterException(
          spec.commandLine(),
          "--interval is %s; expected seconds above 0, at most a day".formatted(seconds));
    }
    Store opened = store.open();
    Runs runs = Runs.of(opened, store.get(), clock);
    RunLine line = new RunLine(console);
    ShownRun run = runs.find(runId);
    while (!isOver(run)) {
      line.show(run);
      sleep();
      run = runs.find(runId);
    }
    line.end(run);
    return exit(run, opened).number();
  }

  private static boolean isOver(ShownRun run) {
    return run.status() != ShownStatus.PENDING && run.status() != ShownStatus.PROCESSING;
  }

  private ExitCode exit(ShownRun run, Store opened) throws IOException {
    return switch (run.status()) {
      case COMPLETED -> ExitCode.DONE;
      case CANCELLED -> ExitCode.CONFLICT;
      default -> {
        Optional<Commit> entry = opened.log().byRun(runId);
        boolean gate =
            run.status() == ShownStatus.FAILED
                && entry.filter(e -> e.operation() == Operation.AUDIT).isPresent();
        yield gate ? ExitCode.GATE : ExitCode.FAILED;
      }
    };
  }

  private void sleep() {
    try {
      pause.of(Math.round(Math.max(1, seconds * MILLIS)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliFailure(ExitCode.FAILED, "interrupted while it watched; the run goes on", e);
    }
  }
}
