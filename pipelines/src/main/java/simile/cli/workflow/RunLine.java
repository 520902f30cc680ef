package simile.cli.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import simile.cli.console.Console;
import simile.cli.console.TextWidth;
import simile.cluster.ClusterMark;
import simile.report.Figures;
import simile.workflow.ProgressFacts;
import simile.workflow.Workflow;

/**
 * How a run is doing, on one line: on a terminal it changes in place, elsewhere each change is a
 * line of its own.
 */
final class RunLine {
  private static final String CLEAR = "\r\u001b[K";
  private static final int COLUMNS = 80;
  private static final String CLUSTER = ClusterMark.MASTER;

  private final Console console;
  private String last = "";

  RunLine(Console console) {
    this.console = console;
  }

  /** Shows a run that goes on. */
  void show(ShownRun run) throws IOException {
    if (!console.terminal().outIsTerminal()) {
      line(text(run));
      return;
    }
    int width = console.terminal().columns() > 0 ? console.terminal().columns() : COLUMNS;
    write(CLEAR + TextWidth.cut(text(run), width - 1));
  }

  /** Shows how it ended. */
  void end(ShownRun run) throws IOException {
    if (console.terminal().outIsTerminal()) {
      write(CLEAR);
    }
    line(text(run));
  }

  private void line(String text) throws IOException {
    if (!text.equals(last)) {
      last = text;
      console.line(text);
      console.out().flush();
    }
  }

  private void write(String text) throws IOException {
    console.out().write(text.getBytes(StandardCharsets.UTF_8));
    console.out().flush();
  }

  private static String text(ShownRun run) {
    Workflow workflow = run.workflow();
    StringBuilder text = new StringBuilder(workflow.runId() + "  " + run.status());
    if (run.liveness().isDead()) {
      text.append(" since ").append(run.liveness().since());
    }
    if (workflow.version() >= 0) {
      text.append(", version ").append(workflow.version());
    }
    text.append(", ").append(items(workflow));
    if (run.status() == ShownStatus.PROCESSING) {
      share(workflow.metadata()).ifPresent(share -> text.append(", ").append(share));
      rejected(workflow.metadata()).ifPresent(n -> text.append(", rejected ").append(n));
    }
    if (workflow.errorCount() > 0) {
      text.append(", ").append(Figures.counted(workflow.errorCount(), "error"));
    }
    boolean failed = run.status() == ShownStatus.FAILED && !workflow.errorLog().isEmpty();
    return failed ? text + ": " + TextWidth.harmless(workflow.errorLog().get(0)) : text.toString();
  }

  private static String items(Workflow workflow) {
    boolean open = workflow.finishedAt().isEmpty();
    if (open && workflow.itemsProcessed() == 0 && workflow.metadata().containsKey(CLUSTER)) {
      return "at work on the cluster; no worker has said yet how far";
    }
    String total = workflow.itemsTotal() < 0 ? "" : " of " + Figures.count(workflow.itemsTotal());
    return Figures.count(workflow.itemsProcessed()) + total + " processed";
  }

  /** Of an ingest at work, whose records nobody has counted yet. */
  private static Optional<String> share(Map<String, String> metadata) {
    Optional<Long> done = number(metadata, ProgressFacts.BYTES);
    Optional<Long> total = number(metadata, "bytes_total").filter(n -> n > 0);
    return done.isPresent() && total.isPresent()
        ? Optional.of(Figures.percent(Math.min(done.get(), total.get()), total.get()))
        : Optional.empty();
  }

  private static Optional<String> rejected(Map<String, String> metadata) {
    return Optional.ofNullable(metadata.get(ProgressFacts.REJECTED)).map(TextWidth::harmless);
  }

  private static Optional<Long> number(Map<String, String> metadata, String name) {
    String text = metadata.getOrDefault(name, "");
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
