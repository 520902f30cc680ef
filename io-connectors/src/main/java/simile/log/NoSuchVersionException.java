package simile.log;

import java.io.IOException;

/** The log has no such version. */
public final class NoSuchVersionException extends IOException {
  private static final long serialVersionUID = 1L;

  public NoSuchVersionException(String message) {
    super(message);
  }

  public NoSuchVersionException(String message, Throwable cause) {
    super(message, cause);
  }
}
