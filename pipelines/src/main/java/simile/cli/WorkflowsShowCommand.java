package simile.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import simile.cli.console.CliFailure;
import simile.cli.console.Console;
import simile.cli.console.FieldsPrinter;
import simile.cli.option.FormatOption;
import simile.cli.option.StoreOption;
import simile.cli.option.Version;
import simile.ingest.RunDetails;
import simile.jobs.ExitCode;
import simile.layout.Layout;
import simile.log.Commit;
import simile.store.Store;
import simile.workflow.Workflow;
import simile.workflow.WorkflowJson;
import simile.workflow.Workflows;

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

  private final Console console;

  @Parameters(paramLabel = "RUN", description = "The run's id.")
  private String runId;

  @Mixin private StoreOption store;
  @Mixin private FormatOption format;

  WorkflowsShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Store opened = store.open();
    Workflow workflow = new Workflows(opened.files()).read(runId).orElseThrow(this::missing);
    ObjectNode object = object(Workflows.reconciled(workflow, opened.log()));
    StorePlace place = StorePlace.of(store.get());
    Optional<Commit> entry = opened.log().byRun(runId);
    if (entry.isPresent()) {
      tell(object, entry.get(), place);
    }
    if (opened.files().size(Layout.report(runId)).isPresent()) {
      object.put("report", place.resolve(Layout.report(runId)));
    }
    new FieldsPrinter(console).print(format.get(), object);
    return 0;
  }

  private static ObjectNode object(Workflow workflow) throws IOException {
    return (ObjectNode) new ObjectMapper().readTree(WorkflowJson.toBytes(workflow));
  }

  /** What only the log knows. */
  private static void tell(ObjectNode object, Commit entry, StorePlace place) {
    CountFields.put(object, entry.counts());
    ObjectNode violations = object.putObject("violations_by_rule");
    entry.violationsByRule().forEach(violations::put);
    ObjectNode warnings = object.putObject("warnings_by_rule");
    entry.warningsByRule().forEach(warnings::put);
    Optional.ofNullable(entry.details().get(RunDetails.FAILURE))
        .ifPresent(why -> object.put("failure", why));
    if (!entry.audit().isEmpty()) {
      object.put("audit", place.resolve(Layout.audit(entry.runId())));
    }
  }

  private CliFailure missing() {
    return new CliFailure(
        ExitCode.USAGE,
        "no run '" + runId + "'",
        store.get(),
        "",
        "see which there are: simile workflows list --store " + store.get());
  }
}
