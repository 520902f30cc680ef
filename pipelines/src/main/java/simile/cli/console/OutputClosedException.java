package simile.cli.console;

import java.io.IOException;

/** Whoever read our output has read enough ({@code simile query | head}). Not a failure. */
public final class OutputClosedException extends IOException {
  private static final long serialVersionUID = 1L;

  public OutputClosedException(IOException cause) {
    super(cause);
  }
}
