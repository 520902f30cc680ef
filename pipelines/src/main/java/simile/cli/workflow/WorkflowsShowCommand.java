package simile.cli.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import simile.cli.console.Console;
import simile.cli.console.CountFields;
import simile.cli.console.FieldsPrinter;
import simile.cli.console.OutputFormat;
import simile.cli.option.FormatOption;
import simile.cli.option.StoreOption;
import simile.cli.option.StorePlace;
import simile.cli.option.Version;
import simile.ingest.RunDetails;
import simile.layout.Layout;
import simile.log.Commit;
import simile.log.Counts;
import simile.log.Operation;
import simile.store.Store;
import simile.workflow.Workflow;
import simile.workflow.WorkflowJson;

/** {@code simile workflows show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Show a run: its state, what it broke, its errors, its report and audit.",
    footerHeading = "%nExample:%n",
    footer = "  simile workflows show RUN-ID --store /tmp/store")
final class WorkflowsShowCommand implements Callable<Integer> {
  private static final String REASON = "reason";

  private final Console console;
  private final Clock clock;

  @Parameters(paramLabel = "RUN", description = "The run's id.")
  private String runId;

  @Mixin private StoreOption store;
  @Mixin private FormatOption format;

  WorkflowsShowCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    Store opened = store.open();
    ShownRun run = Runs.of(opened, store.get(), clock).find(runId);
    ObjectNode object = object(run);
    StorePlace place = StorePlace.of(store.get());
    Optional<Commit> entry = opened.log().byRun(runId);
    if (entry.isPresent()) {
      tell(object, entry.get(), counts(opened, entry.get()), place);
    }
    if (opened.files().size(Layout.report(runId)).isPresent()) {
      object.put("report", place.resolve(Layout.report(runId)));
    }
    if (format.get() == OutputFormat.TABLE) {
      forPeople(object, run.workflow());
    }
    new FieldsPrinter(console).print(format.get(), object);
    return 0;
  }

  private static ObjectNode object(ShownRun run) throws IOException {
    ObjectNode object =
        (ObjectNode) new ObjectMapper().readTree(WorkflowJson.toBytes(run.workflow()));
    object.put("status", run.status().name());
    if (run.liveness().isDead()) {
      object.put("dead_since", run.liveness().since().toString());
    }
    return object;
  }

  /** Of the run; a compaction has an entry for each of its groups. */
  private static Counts counts(Store store, Commit entry) throws IOException {
    if (entry.operation() != Operation.COMPACT) {
      return entry.counts();
    }
    try (Stream<Commit> history = store.log().history()) {
      return history
          .filter(commit -> commit.runId().equals(entry.runId()))
          .map(Commit::counts)
          .reduce(Counts.ZERO, Counts::plus);
    }
  }

  /** What only the log knows. */
  private static void tell(ObjectNode object, Commit entry, Counts counts, StorePlace place) {
    CountFields.put(object, counts);
    ObjectNode violations = object.putObject("violations_by_rule");
    entry.violationsByRule().forEach(violations::put);
    ObjectNode warnings = object.putObject("warnings_by_rule");
    entry.warningsByRule().forEach(warnings::put);
    Optional.ofNullable(entry.details().get(RunDetails.FAILURE))
        .ifPresent(why -> object.put("failure", why));
    Optional.ofNullable(entry.details().get(REASON))
        .filter(why -> !why.isEmpty())
        .ifPresent(why -> object.put(REASON, why));
    if (!entry.audit().isEmpty()) {
      object.put("audit", place.resolve(Layout.audit(entry.runId())));
    }
  }

  /** The command as a shell takes it, and errors a line each. */
  private static void forPeople(ObjectNode object, Workflow workflow) {
    if (!workflow.command().isEmpty()) {
      object.put("command", CommandText.of(workflow.command()));
    }
    List<String> errors = workflow.errorLog();
    if (!errors.isEmpty()) {
      ObjectNode numbered = object.putObject("error_log");
      for (int i = 0; i < errors.size(); i++) {
        numbered.put(Integer.toString(i + 1), errors.get(i));
      }
    }
  }
}
