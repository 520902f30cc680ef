package simile.watch;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import simile.files.FailedWrite;
import simile.files.StoreFiles;
import simile.ingest.AgreedCommitter;
import simile.ingest.IncompatibleContractException;
import simile.ingest.RunOutcome;
import simile.ingest.RunPlan;
import simile.ingest.SplitResult;
import simile.input.InputChangedException;
import simile.input.InputException;
import simile.log.CommitConflictException;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.DraftCommit;
import simile.segment.DataFile;
import simile.watch.WindowOutcome.End;

/**
 * Ends a window: commits it, or the audit of its failure, or, if another was faster, nothing. Doing
 * it again, for a retry or a duplicate, finds what was done.
 */
final class WindowCommitter {
  private final StoreFiles files;
  private final CommitLog log;
  private final AgreedCommitter runs;

  /**
   * @param runs ends the run of a window, in the same log
   */
  WindowCommitter(StoreFiles files, CommitLog log, AgreedCommitter runs) {
    this.files = files;
    this.log = log;
    this.runs = runs;
  }

  /**
   * Ends it. Files that no entry names then are deleted.
   *
   * @throws IncompatibleContractException nothing was committed, nor will any window be
   * @throws simile.log.CommitUnknownException it may be committed: read the log
   */
  WindowOutcome commit(GatheredWindow gathered) throws IOException {
    Window window = gathered.window();
    OnceOnly once = new OnceOnly(window);
    try {
      RunOutcome outcome =
          gathered.failure().isPresent()
              ? runs.fail(window.plan(), gathered.failure().get(), once)
              : commit(window.plan(), gathered.results(), once);
      discardAllBut(named(outcome.version()), gathered.results());
      End end = outcome.committed() ? End.COMMITTED : End.FAILED;
      return new WindowOutcome(window.plan().runId(), end, outcome.version());
    } catch (CommitConflictException e) {
      discardAllBut(Set.of(), gathered.results());
      return lost(window, once, e);
    }
  }

  /** Also here, what is wrong with a file that is read again is its window's end. */
  private RunOutcome commit(RunPlan plan, List<SplitResult> results, OnceOnly once)
      throws IOException {
    try {
      return runs.commit(plan, results, once);
    } catch (InputChangedException e) {
      return runs.fail(plan, e.getMessage(), once);
    } catch (InputException e) {
      if (e.isDamage() || e.isGone()) {
        return runs.fail(plan, e.getMessage(), once);
      }
      throw e;
    }
  }

  private WindowOutcome lost(Window window, OnceOnly once, CommitConflictException conflict)
      throws IOException {
    if (conflict instanceof IncompatibleContractException) {
      throw conflict;
    }
    String run = window.plan().runId();
    if (once.isPlain() || conflict instanceof CommitFencedException) {
      return new WindowOutcome(run, End.LOST, -1); // the log says so already
    }
    long version =
        log.append(DraftCommit.fence(run, run, conflict.getMessage())).commit().version();
    return new WindowOutcome(run, End.LOST, version);
  }

  /** The files of an entry, which may be that of another attempt. */
  private Set<String> named(long version) throws IOException {
    return log.read(version).files().map(DataFile::path).collect(Collectors.toSet());
  }

  private void discardAllBut(Set<String> named, List<SplitResult> results) {
    List<String> made =
        results.stream()
            .flatMap(SplitResult::files)
            .map(DataFile::path)
            .filter(path -> !named.contains(path))
            .toList();
    FailedWrite.discard(files, made, new IOException("a window left files"));
  }
}
