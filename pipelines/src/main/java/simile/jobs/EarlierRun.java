package simile.jobs;

import java.io.IOException;
import java.util.Optional;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.Operation;

/** Whether a run was made before. */
final class EarlierRun {
  private EarlierRun() {}

  /**
   * The commit that the run or its token has already; empty if it may run.
   *
   * @throws RefusedException if the run id was used with other arguments
   * @throws CommitFencedException if the run was cancelled
   */
  static Optional<Commit> find(CommitLog log, String runId, String token, String digest)
      throws IOException {
    Optional<Commit> byRun = log.byRun(runId);
    if (byRun.isPresent()) {
      requireSame(byRun.get(), digest);
    }
    return byRun
        .filter(commit -> commit.operation() == Operation.INGEST)
        .or(() -> byToken(log, token));
  }

  private static Optional<Commit> byToken(CommitLog log, String token) {
    try {
      return log.byToken(token).filter(commit -> commit.operation() == Operation.INGEST);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void requireSame(Commit commit, String digest) throws IOException {
    if (commit.operation() == Operation.FENCE) {
      throw new CommitFencedException(
          "run '"
              + commit.runId()
              + "' was cancelled by version "
              + commit.version()
              + "; use another run id");
    }
    if (!commit.argumentsSha256().equals(digest)) {
      throw new RefusedException(
          "run id '"
              + commit.runId()
              + "' was used for version "
              + commit.version()
              + " with other arguments; repeat it as it was, or use another run id");
    }
  }
}
