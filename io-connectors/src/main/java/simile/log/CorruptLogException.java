package simile.log;

import java.io.IOException;

/**
 * The log is damaged: a checksum, the chain of parents, the numbering or a path is wrong. Names the
 * file and what was expected.
 */
public final class CorruptLogException extends IOException {
  private static final long serialVersionUID = 1L;

  public CorruptLogException(String message) {
    super(message);
  }

  public CorruptLogException(String message, Throwable cause) {
    super(message, cause);
  }
}
