package simile.workflow;

import java.io.IOException;

/** A workflow cannot go from the status that it has to the one that was asked for. */
public final class IllegalTransitionException extends IOException {
  private static final long serialVersionUID = 1L;

  public IllegalTransitionException(String runId, Status from, Status to) {
    super(
        "run '%s' is %s and cannot become %s; start it again under another run id"
            .formatted(runId, from, to));
  }
}
