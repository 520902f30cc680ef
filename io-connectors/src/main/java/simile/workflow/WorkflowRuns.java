package simile.workflow;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import simile.files.StoreFiles;
import simile.json.MalformedJsonException;
import simile.layout.Layout;
import simile.layout.Names;

/**
 * Runs by their workflows. One lives if it is not surely dead, see {@link Liveness}; one whose
 * workflow is damaged counts as living.
 */
public final class WorkflowRuns implements RunsAtWork {
  /** The metadata of a workflow that names the version that its run reads. */
  public static final String READS = "reads_version";

  private static final String SUFFIX = ".json";

  private final StoreFiles files;
  private final Clock clock;
  private final Host here;

  /**
   * @param here the host whose processes can be seen
   */
  public WorkflowRuns(StoreFiles files, Clock clock, Host here) {
    this.files = files;
    this.clock = clock;
    this.here = here;
  }

  @Override
  public List<AnnouncedRun> runs() throws IOException {
    List<AnnouncedRun> runs = new ArrayList<>();
    for (String stem : stems()) {
      runs.add(run(stem));
    }
    return runs;
  }

  /** The stems of all runs that announced themselves. */
  public List<String> stems() throws IOException {
    return files.list(Layout.WORKFLOWS).stream()
        .filter(name -> name.endsWith(SUFFIX))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .toList();
  }

  /**
   * One of them.
   *
   * @throws IOException if the storage fails; a workflow that is damaged is an answer
   */
  public AnnouncedRun run(String stem) throws IOException {
    String path = Layout.WORKFLOWS + "/" + stem + SUFFIX;
    try {
      Workflow workflow = WorkflowJson.fromBytes(files.read(path), path);
      boolean isItsOwn = Names.fileStem(workflow.runId()).equals(stem);
      return isItsOwn
          ? announced(stem, workflow)
          : AnnouncedRun.unreadable(stem, "it is of run '" + workflow.runId() + "'");
    } catch (MalformedJsonException | IllegalArgumentException e) {
      return AnnouncedRun.unreadable(stem, String.valueOf(e.getMessage()));
    }
  }

  private AnnouncedRun announced(String stem, Workflow workflow) {
    return new AnnouncedRun(
        stem,
        Optional.of(workflow.runId()),
        lives(workflow),
        reads(workflow),
        committed(workflow),
        Optional.empty());
  }

  private boolean lives(Workflow workflow) {
    return switch (Liveness.of(workflow, clock.instant(), here).state()) {
      case ALIVE, SILENT -> true;
      case ENDED, DEAD -> false;
    };
  }

  private static OptionalLong committed(Workflow workflow) {
    return workflow.isCommittedAfter(0)
        ? OptionalLong.of(workflow.version())
        : OptionalLong.empty();
  }

  private static OptionalLong reads(Workflow workflow) {
    String text = workflow.metadata().getOrDefault(READS, "");
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
