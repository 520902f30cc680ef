package simile.log;

import java.io.IOException;

/**
 * A commit that may have been applied, and the log could not be read to learn it: delete nothing,
 * report no failure, run again with the same run id.
 */
public final class CommitUnknownException extends IOException {
  private static final long serialVersionUID = 1L;

  public CommitUnknownException(String message) {
    super(message);
  }

  public CommitUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
