package simile.verify;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import simile.files.StoreFiles;
import simile.layout.Layout;
import simile.layout.Names;
import simile.log.LogSurvey;
import simile.workflow.Liveness;
import simile.workflow.ThisHost;
import simile.workflow.Workflow;
import simile.workflow.WorkflowJson;

/** What the workflows tell of files that no entry names. */
final class RunsAtWork {
  private final List<Workflow> workflows = new ArrayList<>();
  private final List<String> stems = new ArrayList<>();

  private RunsAtWork() {}

  static RunsAtWork read(StoreFiles files, Instant now, Findings findings) throws IOException {
    RunsAtWork runs = new RunsAtWork();
    for (String name : files.list(Layout.WORKFLOWS)) {
      if (name.endsWith(".json")) {
        runs.read(files, Layout.WORKFLOWS + "/" + name, now, findings);
      }
    }
    return runs;
  }

  private void read(StoreFiles files, String path, Instant now, Findings findings) {
    try {
      Workflow workflow = WorkflowJson.fromBytes(files.read(path), path);
      workflows.add(workflow);
      if (isAtWork(workflow, now)) {
        stems.add(Names.fileStem(workflow.runId()));
      }
    } catch (IOException | RuntimeException e) {
      findings.add(
          FindingKind.WORKFLOW,
          path,
          "cannot be read: " + e.getMessage(),
          "nothing depends on it: what became of the run is in the log; delete it");
    }
  }

  /** A run that may still come back keeps its files: vacuum must not take them either. */
  private static boolean isAtWork(Workflow workflow, Instant now) {
    Liveness.State state = Liveness.of(workflow, now, ThisHost.detected()).state();
    return state == Liveness.State.ALIVE || state == Liveness.State.SILENT;
  }

  /** Whether a run at work may have written the file: names of files carry their run's. */
  boolean own(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return stems.stream()
            .anyMatch(
                s -> name.startsWith(s + "-") || path.startsWith(Layout.AUDIT + "/" + s + "/"))
        || (!stems.isEmpty() && path.contains("/contracts/"));
  }

  /**
   * A run that was told that it had committed shows that the log lost its newest entries, which
   * nothing in the log itself can show.
   */
  void requireCommitted(LogSurvey survey, Findings findings) {
    for (Workflow workflow : workflows) {
      if (workflow.isCommittedAfter(survey.latest())) {
        findings.add(
            FindingKind.LOG,
            "_log/%020d.json".formatted(workflow.version()),
            "is missing: run '%s' committed it, as %s says, but the newest entry is %d"
                .formatted(workflow.runId(), Layout.workflow(workflow.runId()), survey.latest()),
            Findings.RESTORE);
      }
    }
  }
}
