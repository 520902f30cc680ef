package simile.undelete;

import java.time.Instant;
import java.util.List;

/**
 * All that an undelete needs to know.
 *
 * @param runId the run
 * @param token its idempotency token
 * @param argumentsSha256 of its arguments in canonical form
 * @param context the context
 * @param collection the collection
 * @param ids what to bring back
 * @param reason why, for people; empty if none was given
 * @param submittedAt when it was submitted
 */
public record UndeletePlan(
    String runId,
    String token,
    String argumentsSha256,
    String context,
    String collection,
    List<String> ids,
    String reason,
    Instant submittedAt) {

  public UndeletePlan {
    ids = List.copyOf(ids);
  }
}
