package simile.log;

import java.io.IOException;

/** The store was written by a newer version of Simile, which this one must not guess about. */
public final class NewerFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  public NewerFormatException(String message) {
    super(message);
  }

  public NewerFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
