package simile.workflow;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.files.StoreFiles;
import simile.json.MalformedJsonException;
import simile.layout.Layout;
import simile.log.Commit;
import simile.log.CommitLog;

/** The workflows of a store. One process writes a run's workflow; any may read it. */
public final class Workflows {
  private static final Logger LOG = LoggerFactory.getLogger(Workflows.class);

  private final StoreFiles files;

  public Workflows(StoreFiles files) {
    this.files = files;
  }

  /**
   * As the file says, which may lag behind the log: see {@link #reconciled(Workflow, CommitLog)}.
   *
   * @throws MalformedJsonException if the file is damaged
   */
  public Optional<Workflow> read(String runId) throws IOException {
    return readFile(Layout.workflow(runId));
  }

  /**
   * Every workflow that can be read, by file name; damaged files are passed over with a warning.
   */
  public List<Workflow> list() throws IOException {
    List<Workflow> all = new ArrayList<>();
    for (String name : files.list(Layout.WORKFLOWS)) {
      if (name.endsWith(".json")) {
        try {
          readFile(Layout.WORKFLOWS + "/" + name).ifPresent(all::add);
        } catch (MalformedJsonException e) {
          LOG.warn("Passing over a damaged workflow: {}", e.getMessage());
        }
      }
    }
    return List.copyOf(all);
  }

  /**
   * Replaces a run's workflow. A damaged file does not stand in the way.
   *
   * @throws IllegalTransitionException if the status cannot follow the one in the file
   */
  public void write(Workflow workflow) throws IOException {
    Optional<Workflow> before;
    try {
      before = read(workflow.runId());
    } catch (MalformedJsonException e) {
      LOG.warn("Replacing a damaged workflow: {}", e.getMessage());
      before = Optional.empty();
    }
    if (before.isPresent() && !before.get().status().canBecome(workflow.status())) {
      throw new IllegalTransitionException(
          workflow.runId(), before.get().status(), workflow.status());
    }
    files.replace(Layout.workflow(workflow.runId()), WorkflowJson.toBytes(workflow));
  }

  /** Every workflow, as {@link #reconciled(Workflow, CommitLog)} has it; files stay as they are. */
  public List<Workflow> reconciled(CommitLog log) throws IOException {
    List<Workflow> all = new ArrayList<>();
    for (Workflow workflow : list()) {
      all.add(reconciled(workflow, log));
    }
    return List.copyOf(all);
  }

  /**
   * The workflow as the log has it: a run with a commit is COMPLETED, a fenced one CANCELLED, one
   * that left an audit and seems to be at work FAILED if the audit is later than its start.
   */
  public static Workflow reconciled(Workflow workflow, CommitLog log) throws IOException {
    Optional<Commit> entry = log.byRun(workflow.runId());
    return entry.isPresent() ? reconciled(workflow, entry.get()) : workflow;
  }

  private static Workflow reconciled(Workflow workflow, Commit entry) {
    return switch (entry.operation()) {
      case COMPACT -> workflow; // one of many entries of its run
      case INGEST, DELETE, UNDELETE, ROLLBACK, REPAIR, TAG, VACUUM ->
          workflow.status() == Status.COMPLETED && workflow.version() == entry.version()
              ? workflow
              : workflow
                  .withItems(entry.counts().read(), entry.counts().read())
                  .completed(entry.version(), entry.committedAt());
      case FENCE ->
          workflow.status() == Status.CANCELLED
              ? workflow
              : workflow.cancelled(entry.committedAt());
      case AUDIT ->
          isAtWorkSince(workflow, entry) ? workflow : workflow.failed(entry.committedAt());
    };
  }

  // A run that failed its gate may have been started again since.
  private static boolean isAtWorkSince(Workflow workflow, Commit audit) {
    return workflow.status() == Status.FAILED
        || workflow.startedAt().orElse(workflow.createdAt()).isAfter(audit.committedAt());
  }

  private Optional<Workflow> readFile(String path) throws IOException {
    try {
      return Optional.of(WorkflowJson.fromBytes(files.read(path), path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
