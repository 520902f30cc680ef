package simile.cli.workflow;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import simile.cli.console.Console;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.jobs.cancel.RunCanceller;
import simile.jobs.cancel.RunCanceller.Cancelled;
import simile.workflow.ThisHost;

/** {@code simile workflows cancel}. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Cancel a run for good: it commits nothing from then on.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is cancelled, now or before",
      "2:there is no such run",
      "5:it has committed, so that it cannot be cancelled"
    },
    footerHeading = "%nExample:%n",
    footer = "  simile workflows cancel RUN-ID --store /tmp/store --reason 'wrong input'")
final class WorkflowsCancelCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @Parameters(paramLabel = "RUN", description = "The run's id.")
  private String runId;

  @Mixin private StoreOption store;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for those who ask later.")
  private String reason = "";

  WorkflowsCancelCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Cancelled cancelled =
        new RunCanceller(store.open(), clock, ThisHost.detected()).cancel(runId, reason);
    console.line(
        "run %s %s by version %d, so it commits nothing%s"
            .formatted(
                runId,
                cancelled.before() ? "was cancelled before," : "is cancelled",
                cancelled.fence().version(),
                what(cancelled)));
    return 0;
  }

  private static String what(Cancelled cancelled) {
    return switch (cancelled.onCluster()) {
      case CANCELLED -> "; its job on the cluster was told to end";
      case UNREACHABLE -> "; its cluster does not answer, so that its job may work on in vain";
      case NOTHING -> cancelled.atWork() ? "; what still runs of it ends soon" : "";
    };
  }
}
