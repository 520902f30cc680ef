package simile.log;

import java.io.IOException;
import java.util.Optional;

/**
 * What the log already says about a draft's run and token. A run has one last word: it committed,
 * or it was cancelled, never both.
 */
record Settlement(Replay replay, LogFiles files, DraftCommit draft) {

  /**
   * The entry that the draft's append must adopt, if there is one.
   *
   * @throws CommitFencedException if the run, or who has its token, was cancelled
   * @throws CommitConflictException if the run committed something else
   */
  Optional<Commit> adoptable() throws IOException {
    Optional<LogMark> run = replay.run(draft.runId());
    if (run.isPresent() && run.get().operation().settlesRun()) {
      return Optional.of(adoptRun(run.get()));
    }
    if (run.isPresent() && run.get().operation() == Operation.COMPACT) {
      requireSameRun(run.get());
    }
    Optional<LogMark> token = replay.token(draft.token());
    if (token.isPresent() && draft.operation() != Operation.FENCE) {
      return Optional.of(adoptToken(token.get()));
    }
    return run.isPresent() && draft.operation() == Operation.AUDIT
        ? sameAudit(run.get())
        : Optional.empty();
  }

  private Commit adoptRun(LogMark run) throws IOException {
    Commit commit = files.read(run.version()).commit();
    boolean isFence = draft.operation() == Operation.FENCE;
    if (run.operation() == Operation.FENCE) {
      return isFence ? commit : refuseFenced(commit);
    }
    if (isFence) {
      throw new CommitConflictException(
          "run '%s' cannot be cancelled: it is committed as version %d"
              .formatted(draft.runId(), run.version()));
    }
    if (!commit.argumentsSha256().equals(draft.argumentsSha256())) {
      throw new CommitConflictException(
          "run id '%s' is taken by version %d, which had other arguments; choose another run id"
              .formatted(draft.runId(), run.version()));
    }
    return commit;
  }

  /** A compaction commits many entries; nothing else may use its run's id. */
  private void requireSameRun(LogMark run) throws CommitConflictException {
    if (draft.operation() != Operation.COMPACT && draft.operation() != Operation.FENCE) {
      throw new CommitConflictException(
          "run id '%s' is taken by the compaction of version %d; choose another run id"
              .formatted(draft.runId(), run.version()));
    }
  }

  private Commit adoptToken(LogMark token) throws IOException {
    Commit commit = files.read(token.version()).commit();
    return token.operation() == Operation.FENCE ? refuseFenced(commit) : commit;
  }

  private Commit refuseFenced(Commit fence) throws CommitFencedException {
    throw new CommitFencedException(
        "run '%s' cannot commit: version %d cancelled run '%s' with token '%s'; start it again under another run id and token"
            .formatted(draft.runId(), fence.version(), fence.runId(), fence.token()));
  }

  // An audit leaves the token free, so its repetition shows only by what it says.
  private Optional<Commit> sameAudit(LogMark run) throws IOException {
    Commit commit = files.read(run.version()).commit();
    boolean same =
        commit.token().equals(draft.token())
            && commit.counts().equals(draft.counts())
            && commit.audit().equals(draft.audit());
    return same ? Optional.of(commit) : Optional.empty();
  }
}
