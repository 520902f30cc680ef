package simile.files;

import java.io.IOException;

/** A write was sent and its answer was lost: it may have been applied or not. */
public final class OutcomeUnknownException extends IOException {
  private static final long serialVersionUID = 1L;

  public OutcomeUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
