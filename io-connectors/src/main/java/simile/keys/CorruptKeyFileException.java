package simile.keys;

import java.io.IOException;

/** A key file is not what its format says. */
public final class CorruptKeyFileException extends IOException {
  private static final long serialVersionUID = 1L;

  public CorruptKeyFileException(String message) {
    super(message);
  }
}
