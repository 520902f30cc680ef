package simile.benchmarks;

import java.io.IOException;

/** A contestant that did not finish, or did less than it should; the others go on. */
final class ContestantFailedException extends IOException {
  private static final long serialVersionUID = 1;

  ContestantFailedException(int exitCode, String lastWords) {
    this("exit code " + exitCode + (lastWords.isEmpty() ? "" : ": " + lastWords));
  }

  ContestantFailedException(String what) {
    super(what);
  }
}
