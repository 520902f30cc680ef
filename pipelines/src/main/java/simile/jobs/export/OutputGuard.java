package simile.jobs.export;

import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import simile.connectors.OutputFiles;
import simile.export.ExportFinisher;
import simile.export.ExportManifest;
import simile.export.ExportOutput;
import simile.export.OutputPlace;
import simile.jobs.RefusedException;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.Operation;
import simile.store.Store;
import simile.vacuum.AnnouncedRun;
import simile.vacuum.WorkflowRuns;
import simile.workflow.ThisHost;

/** Looks after the place where an export goes: whether it may, and what is left there. */
final class OutputGuard {
  private final Store store;
  private final Clock clock;
  private final String runId;
  private final String digest;
  private final ExportOutput output;
  private final OutputFiles files;

  /**
   * @param digest of the run's arguments
   * @param files the output's folder
   */
  OutputGuard(
      Store store,
      Clock clock,
      String runId,
      String digest,
      ExportOutput output,
      OutputFiles files) {
    this.store = store;
    this.clock = clock;
    this.runId = runId;
    this.digest = digest;
    this.output = output;
    this.files = files;
  }

  /**
   * What this run has published already.
   *
   * @throws RefusedException if the run's id was used for something else
   */
  Optional<ExportManifest> published() throws IOException {
    requireUnused();
    Optional<ExportManifest> found = ExportFinisher.published(output, runId, files);
    if (found.isPresent() && !found.get().argumentsSha256().equals(digest)) {
      throw used("the export in " + output.place());
    }
    return found;
  }

  /**
   * Makes sure that no entry of the log is this run's, but one that cancelled it.
   *
   * @throws RefusedException if the run's id was used for something else
   */
  void requireUnused() throws IOException {
    Optional<Commit> entry = store.log().byRun(runId);
    if (entry.filter(commit -> commit.operation() != Operation.FENCE).isPresent()) {
      throw used("version " + entry.get().version());
    }
  }

  private RefusedException used(String what) {
    return new RefusedException(
        "run id '%s' was used for %s, with other arguments; use another run id"
            .formatted(runId, what));
  }

  /**
   * Makes sure that the place is free, or may be taken.
   *
   * @throws RefusedException if the output is a folder and a file is there, or the other way round
   * @throws CommitConflictException if something else is there, or another export is at work
   */
  void requireFree() throws IOException {
    if (output.isFile() && files.isFolder(output.file())) {
      throw new RefusedException(
          "'%s' is a folder; end its name with / to export into it".formatted(output.place()));
    }
    OutputPlace place = look();
    if (place instanceof OutputPlace.Taken taken) {
      throw taken(taken);
    }
    if (place instanceof OutputPlace.Complete complete && !output.overwrite()) {
      throw new CommitConflictException(
          "%s holds the export of run '%s' (version %d, %d records); choose another place, or replace it with --overwrite"
              .formatted(
                  output.place(),
                  complete.manifest().runId(),
                  complete.manifest().version(),
                  complete.manifest().rows()));
    }
    requireNobodyAtWork();
  }

  private CommitConflictException taken(OutputPlace.Taken taken) {
    return new CommitConflictException(
        output.isFile()
            ? "'%s' exists; choose another name, or replace it with --overwrite"
                .formatted(output.place())
            : "%s holds '%s', which no export made; choose an empty place, or one that does not exist"
                .formatted(output.place(), taken.example()));
  }

  /** Two exports to one place at a time would delete each other's files. */
  private void requireNobodyAtWork() throws IOException {
    List<String> stems =
        files.list(output.unfinished()).stream()
            .map(path -> path.substring(output.unfinished().length() + 1))
            .map(path -> path.substring(0, Math.max(0, path.indexOf('/'))))
            .distinct()
            .toList();
    if (stems.isEmpty()) {
      return;
    }
    for (AnnouncedRun run : new WorkflowRuns(store.files(), clock, ThisHost.detected()).runs()) {
      if (run.lives() && stems.contains(run.stem())) {
        throw new CommitConflictException(
            "run '%s' is at work on an export to %s; wait for it, or cancel it: simile workflows cancel %s"
                .formatted(run.runId().orElse(run.stem()), output.place(), run.stem()));
      }
    }
  }

  /** Deletes what unfinished exports left, this run's own included. */
  void clear() throws IOException {
    for (String path : look().leftovers()) {
      files.delete(path);
    }
  }

  /** Takes back what this run has published. */
  void retract() throws IOException {
    ExportFinisher.retract(output, runId, files);
  }

  /** The same as {@link #clear}, after a failure, which gets what goes wrong as suppressed. */
  void clearAfter(Exception failure) {
    try {
      clear();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private OutputPlace look() throws IOException {
    try {
      return OutputPlace.look(files, output);
    } catch (NotDirectoryException e) {
      throw new RefusedException(
          "'%s' is a file; expected a folder, or a name that ends in the format's suffix"
              .formatted(e.getMessage()),
          e);
    }
  }
}
