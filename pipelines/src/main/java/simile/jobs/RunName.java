package simile.jobs;

import java.time.Instant;
import java.util.Optional;

/**
 * Which run it is.
 *
 * @param runId the run's id; made up if empty
 * @param token its idempotency token; the run's id if empty
 */
public record RunName(Optional<String> runId, Optional<String> token) {
  /** A run that has no name yet. */
  public static final RunName NONE = new RunName(Optional.empty(), Optional.empty());

  /** The run's id; where none was given, one such as {@code ingest-20260131t120000z-1f9a03}. */
  public String idOr(String operation, Instant now) {
    return runId.orElseGet(() -> RunIds.fresh(operation, now));
  }

  /** The token of the run with this id. */
  public String tokenOf(String id) {
    return token.orElse(id);
  }
}
