package simile.jobs;

import java.io.IOException;
import java.util.Optional;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.CommitLog;
import simile.log.Operation;

/** Whether a run was made before. */
public final class EarlierRun {
  private EarlierRun() {}

  /**
   * The commit that the run or its token has already; empty if it may run.
   *
   * @throws RefusedException if the run id was used with other arguments
   * @throws CommitFencedException if the run, or who had its token, was cancelled
   */
  public static Optional<Commit> find(CommitLog log, String runId, String token, String digest)
      throws IOException {
    Optional<Commit> byRun = log.byRun(runId);
    if (byRun.isPresent()) {
      requireNotCancelled(byRun.get());
      requireSame(byRun.get(), digest);
      if (byRun.get().operation().isDone()) {
        return byRun;
      }
    }
    Optional<Commit> byToken = log.byToken(token);
    if (byToken.isPresent()) {
      requireNotCancelled(byToken.get());
    }
    return byToken;
  }

  private static void requireNotCancelled(Commit commit) throws CommitFencedException {
    if (commit.operation() == Operation.FENCE) {
      throw new CommitFencedException(
          "run '%s' with token '%s' was cancelled by version %d; use another run id and token"
              .formatted(commit.runId(), commit.token(), commit.version()));
    }
  }

  private static void requireSame(Commit commit, String digest) {
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
