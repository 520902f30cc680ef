package simile.jobs.export;

import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import simile.bundle.BundlePaths;
import simile.connectors.OutputFiles;
import simile.export.ExportFinisher;
import simile.export.ExportManifest;
import simile.export.ExportOutput;
import simile.export.OutputClaim;
import simile.export.OutputPlace;
import simile.files.StoreFiles;
import simile.files.StoreFilesOpener;
import simile.jobs.Places;
import simile.jobs.RefusedException;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.Operation;
import simile.store.Store;
import simile.workflow.ThisHost;
import simile.workflow.WorkflowRuns;

/** Looks after the place where an export goes: whether it may, and what is left there. */
final class OutputGuard {
  private static final int CLAIM_ATTEMPTS = 5;

  private final Store store;
  private final Clock clock;
  private final String runId;
  private final String digest;
  private final ExportOutput output;
  private final OutputFiles files;
  private boolean madeFolder;

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
    requireOutsideStore();
    requireFree(stem -> true);
  }

  /**
   * @param others which runs' unfinished files matter
   */
  private void requireFree(Predicate<String> others) throws IOException {
    if (output.isFile() && files.isFolder(output.file())) {
      throw new RefusedException(
          "'%s' is a folder; end its name with / to export into it".formatted(output.place()));
    }
    OutputPlace place = look();
    if (place instanceof OutputPlace.Taken taken) {
      throw taken(taken, !output.isFile() && files.exists(BundlePaths.INDEX));
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
    requireNobodyAtWork(others);
  }

  /** What lies in a store and is not named by its log is what a clean-up takes away. */
  private void requireOutsideStore() throws IOException {
    if (Places.isInside(files.root(), store.files().root())) {
      throw new RefusedException(
          "%s is in the store, where only what its log names may be; choose a place outside of %s"
              .formatted(output.place(), store.files().root()));
    }
  }

  private CommitConflictException taken(OutputPlace.Taken taken, boolean isBundle) {
    if (output.isFile() && taken.example().equals(output.file())) {
      return new CommitConflictException(
          "'%s' exists; choose another name, or replace it with --overwrite"
              .formatted(output.place()));
    }
    if (output.isFile()) {
      return new CommitConflictException(
          "'%s/%s', which no export made, is where '%s' would be made; move it away, or choose another name"
              .formatted(output.folder(), taken.example(), output.file()));
    }
    return new CommitConflictException(
        isBundle
            ? "%s holds a bundle, which is not replaced; choose an empty place, or one that does not exist"
                .formatted(output.place())
            : "%s holds '%s', which no export made; choose an empty place, or one that does not exist"
                .formatted(output.place(), taken.example()));
  }

  /**
   * Takes the place for this run, which is announced, and deletes what dead ones left. Each of two
   * runs that come at once writes down that it is here before it looks for others, so at most one
   * of them goes on.
   *
   * @throws CommitConflictException if something else is there, or another export is at work
   */
  void claim() throws IOException {
    String own = output.unfinished(runId);
    String claim = OutputClaim.path(own);
    madeFolder = !files.isFolder("");
    try {
      do {
        write(new OutputClaim(store.files().root()), own);
        requireFree(stem -> !own.equals(output.unfinished() + "/" + stem));
      } while (!files.exists(claim)); // one that ended in this moment may have cleared it away
    } catch (IOException | RuntimeException e) {
      withdraw(claim, e);
      throw e;
    }
    for (String path : look().leftovers()) {
      if (!path.equals(claim)) {
        files.delete(path);
      }
    }
  }

  /**
   * No runner repeats this. Whoever clears the place up in this moment may take the file, or its
   * folder, away; and a storage that is far may fail once.
   */
  private void write(OutputClaim claim, String own) throws IOException {
    for (int left = CLAIM_ATTEMPTS; ; left--) {
      try {
        claim.write(files, own);
        return;
      } catch (IOException e) {
        if (left == 1) {
          throw e;
        }
      }
    }
  }

  private void withdraw(String claim, Exception why) {
    try {
      files.delete(claim);
      removeMade();
    } catch (IOException | RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  private void requireNobodyAtWork(Predicate<String> others) throws IOException {
    List<String> stems =
        files.list(output.unfinished()).stream()
            .map(path -> path.substring(output.unfinished().length() + 1))
            .map(path -> path.substring(0, Math.max(0, path.indexOf('/'))))
            .distinct()
            .filter(others)
            .toList();
    for (String stem : stems) {
      requireDead(stem);
    }
  }

  private void requireDead(String stem) throws IOException {
    String itsStore =
        OutputClaim.find(files, output.unfinished() + "/" + stem)
            .map(OutputClaim::store)
            .orElse(store.files().root());
    StoreFiles place =
        itsStore.equals(store.files().root())
            ? store.files()
            : StoreFilesOpener.fromClassPath().open(itsStore);
    WorkflowRuns runs = new WorkflowRuns(place, clock, ThisHost.detected());
    if (runs.stems().contains(stem) && runs.run(stem).lives()) {
      throw new CommitConflictException(
          "run '%s' is at work on an export to %s; wait for it, or cancel it: simile workflows cancel %s --store %s"
              .formatted(runs.run(stem).runId().orElse(stem), output.place(), stem, itsStore));
    }
  }

  /** Deletes what unfinished exports left, this run's own included. */
  private void clear() throws IOException {
    for (String path : look().leftovers()) {
      files.delete(path);
    }
    removeMade();
  }

  /** A folder that this run made for nothing goes again. */
  private void removeMade() throws IOException {
    if (madeFolder) {
      files.removeIfEmpty();
    }
  }

  /** Deletes what this run left that has published, or was taken back. */
  void release() throws IOException {
    for (String path : OutputPlace.ofRun(files, output, runId)) {
      files.delete(path);
    }
    removeMade();
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
          "'%s' is no folder; expected a folder, or a name that ends in the format's suffix"
              .formatted(e.getMessage()),
          e);
    }
  }
}
