package simile.log;

/** A commit that was certainly not applied, because its run was cancelled: it can never be. */
public final class CommitFencedException extends CommitConflictException {
  private static final long serialVersionUID = 1L;

  public CommitFencedException(String message) {
    super(message);
  }

  public CommitFencedException(String message, Throwable cause) {
    super(message, cause);
  }
}
