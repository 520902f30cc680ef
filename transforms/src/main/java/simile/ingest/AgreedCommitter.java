package simile.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simile.files.FailedWrite;
import simile.files.StoreFiles;
import simile.input.InputOpener;
import simile.input.Split;
import simile.log.CommitConflictException;
import simile.log.CommitLog;
import simile.segment.DataFile;

/**
 * Ends a run, as {@link RunCommitter} does, once its splits agree on how long vectors are. Those
 * that do not are ingested again, here, one after the other; so every record ends as if the input
 * had been read from its beginning, and nobody reads it twice unless vectors differ.
 */
public final class AgreedCommitter {
  private final StoreFiles files;
  private final CommitLog log;
  private final Supplier<String> unique;
  private final InputOpener inputs;
  private final RandomGenerator random;

  /**
   * @param unique gives names that nothing has yet
   * @param random names attempts
   */
  public AgreedCommitter(
      StoreFiles files,
      CommitLog log,
      Supplier<String> unique,
      InputOpener inputs,
      RandomGenerator random) {
    this.files = files;
    this.log = log;
    this.unique = unique;
    this.inputs = inputs;
    this.random = random;
  }

  /**
   * Commits the run, or the audit of its failure. A run that was committed before needs its input
   * no more.
   *
   * @param guard asked before anything is appended
   * @throws CommitConflictException nothing was committed
   * @throws simile.input.InputException if an input that has to be read again cannot be
   * @throws simile.input.InputChangedException if it changed since the run was submitted
   * @throws simile.log.CommitUnknownException it may be committed: read the log
   */
  public RunOutcome commit(RunPlan plan, Iterable<SplitResult> all, CommitGuard guard)
      throws IOException {
    Agreement agreement = Agreement.of(plan, all);
    RunCommitter committer = new RunCommitter(agreement.plan(), files, log, unique, guard);
    if (agreement.isReached()) {
      return committer.commit(agreement.results());
    }
    Optional<RunOutcome> before = committer.before();
    return before.isPresent() ? before.get() : commitAgain(agreement, committer);
  }

  /** As {@link RunCommitter#fail}. */
  public RunOutcome fail(RunPlan plan, String why, CommitGuard guard) throws IOException {
    return new RunCommitter(plan, files, log, unique, guard).fail(why);
  }

  private RunOutcome commitAgain(Agreement agreement, RunCommitter committer) throws IOException {
    List<SplitResult> again = new ArrayList<>();
    RunPlan plan = agreement.plan();
    try (RunIngester ingester =
        new RunIngester(plan, files, inputs, plan.progress().open(files, plan.runId()), random)) {
      for (Split split : agreement.odd()) {
        again.add(ingester.ingest(split));
      }
      RunOutcome outcome = committer.commit(agreement.with(again));
      discard(agreement.replaced(), outcome);
      return outcome;
    } catch (CommitConflictException e) {
      FailedWrite.discard(files, paths(again).toList(), e);
      throw e;
    }
  }

  /** What no entry names, unless another attempt's entry does. */
  private void discard(List<SplitResult> replaced, RunOutcome outcome) throws IOException {
    Set<String> named =
        log.read(outcome.version()).files().map(DataFile::path).collect(Collectors.toSet());
    FailedWrite.discard(
        files,
        paths(replaced).filter(path -> !named.contains(path)).toList(),
        new IOException("splits that were ingested again left files"));
  }

  private static Stream<String> paths(List<SplitResult> results) {
    return results.stream().flatMap(SplitResult::files).map(DataFile::path);
  }
}
