package simile.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import simile.layout.Layout;
import simile.log.LogSurvey;
import simile.workflow.AnnouncedRun;
import simile.workflow.WorkflowRuns;

/** What the runs that announced themselves tell of files that no entry names. */
record FilesInFlight(List<AnnouncedRun> runs) {

  /** Asks for the runs; each whose workflow cannot be read is a finding. */
  static FilesInFlight read(WorkflowRuns work, Findings findings) throws IOException {
    List<AnnouncedRun> runs = new ArrayList<>();
    for (String stem : work.stems()) {
      AnnouncedRun run = run(work, stem);
      run.fault()
          .ifPresent(
              why ->
                  findings.add(
                      FindingKind.WORKFLOW,
                      path(run),
                      "cannot be read: " + why,
                      "nothing depends on it: what became of the run is in the log; delete it"));
      runs.add(run);
    }
    return new FilesInFlight(List.copyOf(runs));
  }

  private static AnnouncedRun run(WorkflowRuns work, String stem) {
    try {
      return work.run(stem);
    } catch (IOException e) {
      return AnnouncedRun.unreadable(stem, String.valueOf(e.getMessage()));
    }
  }

  private static String path(AnnouncedRun run) {
    return Layout.WORKFLOWS + "/" + run.stem() + ".json";
  }

  /**
   * Whether a run that may be at work may have written the file: names of files carry their run's.
   * What may come back keeps its files; vacuum must not take them either.
   */
  boolean hold(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    List<String> stems = runs.stream().filter(AnnouncedRun::lives).map(AnnouncedRun::stem).toList();
    return stems.stream()
            .anyMatch(
                s ->
                    name.startsWith(s + "-")
                        || path.startsWith(Layout.AUDIT + "/" + s + "/")
                        || path.startsWith(Layout.AUDIT + "/" + s + "-"))
        || (!stems.isEmpty() && path.contains("/contracts/"));
  }

  /**
   * A run that was told that it had committed shows that the log lost its newest entries, which
   * nothing in the log itself can show.
   */
  void requireCommitted(LogSurvey survey, Findings findings) {
    for (AnnouncedRun run : runs) {
      long committed = run.committed().orElse(0);
      if (committed > survey.latest()) {
        findings.add(
            FindingKind.LOG,
            "_log/%020d.json".formatted(committed),
            "is missing: run '%s' committed it, as %s says, but the newest entry is %d"
                .formatted(run.runId().orElse(run.stem()), path(run), survey.latest()),
            Findings.RESTORE);
      }
    }
  }
}
