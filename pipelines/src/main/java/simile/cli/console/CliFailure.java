package simile.cli.console;

import simile.jobs.ExitCode;

/**
 * A failure that is worded for the person at the terminal: what happened, where, what was expected,
 * what to do next. Parts that say nothing are empty.
 */
public final class CliFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exit;

  public CliFailure(ExitCode exit, String what, String where, String expected, String next) {
    this(exit, joined(what, where, expected, next), null);
  }

  /** A failure whose message is already whole, with the exception that caused it. */
  public CliFailure(ExitCode exit, String message, Throwable cause) {
    super(message, cause);
    this.exit = exit;
  }

  public ExitCode exit() {
    return exit;
  }

  private static String joined(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (!part.isEmpty()) {
        text.append(text.isEmpty() ? "" : "; ").append(part);
      }
    }
    return text.toString();
  }
}
