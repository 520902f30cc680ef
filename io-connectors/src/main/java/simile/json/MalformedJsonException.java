package simile.json;

import java.io.IOException;

/** A document that is not JSON, or lacks a field, or has one of another type or range. */
public final class MalformedJsonException extends IOException {
  private static final long serialVersionUID = 1L;

  public MalformedJsonException(String message) {
    super(message);
  }

  public MalformedJsonException(String message, Throwable cause) {
    super(message, cause);
  }
}
