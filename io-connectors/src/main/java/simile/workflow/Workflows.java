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
import simile.log.Counts;

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
    Listed listed = listed();
    listed.damaged().forEach(why -> LOG.warn("Passing over a damaged workflow: {}", why));
    return listed.workflows();
  }

  /**
   * All workflows of a store.
   *
   * @param workflows those that can be read, by file name
   * @param damaged for each of the others, its file and what is wrong with it
   */
  public record Listed(List<Workflow> workflows, List<String> damaged) {
    public Listed {
      workflows = List.copyOf(workflows);
      damaged = List.copyOf(damaged);
    }
  }

  /** Every workflow, and every file that is none and should be. */
  public Listed listed() throws IOException {
    List<Workflow> all = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    for (String name : files.list(Layout.WORKFLOWS)) {
      if (name.endsWith(".json")) {
        try {
          readFile(Layout.WORKFLOWS + "/" + name).ifPresent(all::add);
        } catch (MalformedJsonException e) {
          damaged.add(e.getMessage());
        }
      }
    }
    return new Listed(all, damaged);
  }

  /**
   * Replaces a run's workflow, whatever it says: for the announcement of a run that the log does
   * not know to be over.
   */
  public void announce(Workflow workflow) throws IOException {
    files.replace(Layout.workflow(workflow.runId()), WorkflowJson.toBytes(workflow));
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
   * that left an audit and seems to be at work FAILED if the audit is later than its start. Of a
   * compaction, which commits many entries, and of a vacuum, which goes on after its entry, only
   * the workflow knows whether it is done.
   */
  public static Workflow reconciled(Workflow workflow, CommitLog log) throws IOException {
    boolean settled =
        workflow.status() == Status.CANCELLED
            || (workflow.status() == Status.COMPLETED && workflow.version() >= 0);
    Optional<Commit> entry = settled ? Optional.empty() : log.byRun(workflow.runId());
    return entry.isPresent() ? reconciled(workflow, entry.get()) : workflow;
  }

  private static Workflow reconciled(Workflow workflow, Commit entry) {
    return switch (entry.operation()) {
      case COMPACT, VACUUM -> workflow;
      case INGEST, DELETE, UNDELETE, ROLLBACK, REPAIR, TAG ->
          counted(workflow, entry.counts()).completed(entry.version(), entry.committedAt());
      case FENCE -> workflow.cancelled(entry.committedAt());
      case AUDIT ->
          isAtWorkSince(workflow, entry)
              ? workflow
              : counted(workflow, entry.counts()).failed(entry.committedAt());
    };
  }

  /** Entries of runs that read no records say nothing of items. */
  private static Workflow counted(Workflow workflow, Counts counts) {
    return counts.read() == 0
        ? workflow
        : workflow
            .withItems(counts.read(), counts.read())
            .withErrors(counts.rejected(), workflow.errorLog());
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
