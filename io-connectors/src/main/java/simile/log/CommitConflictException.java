package simile.log;

import java.io.IOException;

/**
 * A commit that was certainly not applied, because of what others committed: read again and retry.
 */
public class CommitConflictException extends IOException {
  private static final long serialVersionUID = 1L;

  public CommitConflictException(String message) {
    super(message);
  }

  public CommitConflictException(String message, Throwable cause) {
    super(message, cause);
  }
}
