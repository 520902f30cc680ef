package simile.vacuum;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import simile.files.StoreFiles;
import simile.json.MalformedJsonException;
import simile.layout.Layout;
import simile.layout.Names;
import simile.workflow.Workflow;
import simile.workflow.WorkflowJson;

/**
 * Runs by their workflows. One lives if it has not ended and gave a sign of life lately; one whose
 * workflow is damaged counts as living.
 */
public final class WorkflowRuns implements RunsAtWork {
  /** The metadata of a workflow that names the version that its run reads. */
  public static final String READS = "reads_version";

  /** How long after its last sign of life a run counts as living. */
  public static final Duration SILENCE = Duration.ofMinutes(10);

  private static final String SUFFIX = ".json";

  private final StoreFiles files;
  private final Clock clock;

  public WorkflowRuns(StoreFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  @Override
  public List<AnnouncedRun> runs() throws IOException {
    List<AnnouncedRun> runs = new ArrayList<>();
    for (String name : files.list(Layout.WORKFLOWS)) {
      if (name.endsWith(SUFFIX)) {
        runs.add(run(name.substring(0, name.length() - SUFFIX.length())));
      }
    }
    return runs;
  }

  private AnnouncedRun run(String stem) throws IOException {
    String path = Layout.WORKFLOWS + "/" + stem + SUFFIX;
    try {
      Workflow workflow = WorkflowJson.fromBytes(files.read(path), path);
      boolean isItsOwn = Names.fileStem(workflow.runId()).equals(stem);
      return isItsOwn
          ? new AnnouncedRun(stem, Optional.of(workflow.runId()), lives(workflow), reads(workflow))
          : unreadable(stem);
    } catch (MalformedJsonException | IllegalArgumentException e) {
      return unreadable(stem);
    }
  }

  private static AnnouncedRun unreadable(String stem) {
    return new AnnouncedRun(stem, Optional.empty(), true, OptionalLong.empty());
  }

  private boolean lives(Workflow workflow) {
    Instant sign = workflow.heartbeatAt().or(workflow::startedAt).orElse(workflow.createdAt());
    return switch (workflow.status()) {
      case PENDING, PROCESSING -> sign.plus(SILENCE).isAfter(clock.instant());
      case COMPLETED, FAILED, CANCELLED -> false;
    };
  }

  private static OptionalLong reads(Workflow workflow) {
    String text = workflow.metadata().getOrDefault(READS, "");
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
