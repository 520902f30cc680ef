package simile.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import simile.log.Commit;
import simile.log.CommitCheck;

/** What must be so for a run to commit, beside what its collections ask for. */
public interface CommitGuard extends CommitCheck {

  /** For runs that ask for nothing. */
  CommitGuard NONE =
      new CommitGuard() {
        @Override
        public long base() {
          return Long.MAX_VALUE;
        }

        @Override
        public Optional<String> conflict(List<Commit> since) {
          return Optional.empty();
        }

        @Override
        public boolean refused() {
          return false;
        }
      };

  /** The version after which commits are to be looked at. */
  long base();

  /** Whether it found a conflict, so that another draft would not help. */
  boolean refused();

  /**
   * This check and then another, of commits after what the other was made from.
   *
   * @param other leaves out by itself what it need not see
   */
  default CommitCheck before(CommitCheck other) {
    return since -> conflictOf(other, since);
  }

  private Optional<String> conflictOf(CommitCheck other, List<Commit> since) throws IOException {
    List<Commit> own = since.stream().filter(commit -> commit.version() > base()).toList();
    Optional<String> conflict = own.isEmpty() ? Optional.empty() : conflict(own);
    return conflict.isPresent() ? conflict : other.conflict(since);
  }
}
