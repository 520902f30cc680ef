package simile.delete;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import simile.query.Criteria;
import simile.query.CriteriaJson;

/**
 * All that a delete needs to know, fixed when it is submitted; the same on every worker.
 *
 * @param store where the store is
 * @param runId the run
 * @param token its idempotency token
 * @param argumentsSha256 of its arguments in canonical form
 * @param context the context to delete from
 * @param collection the collection to delete from
 * @param version the version that the delete reads
 * @param criteriaJson what records must meet, see {@link CriteriaJson}; empty for a delete by id
 * @param parts the whole work; all by id, or all by criteria
 * @param reason why, for people; empty if none was given
 * @param submittedAt when it was submitted
 * @param runner what runs it, for people
 */
public record DeletePlan(
    String store,
    String runId,
    String token,
    String argumentsSha256,
    String context,
    String collection,
    long version,
    String criteriaJson,
    List<DeletePart> parts,
    String reason,
    Instant submittedAt,
    String runner)
    implements Serializable {

  public DeletePlan {
    parts = List.copyOf(parts);
    for (DeletePart part : parts) {
      if (part instanceof DeletePart.Matching == criteriaJson.isEmpty()) {
        throw new IllegalArgumentException("a delete is by id or by criteria, not both");
      }
    }
  }

  /** Whether records are deleted for what they are, rather than by id. */
  public boolean isByCriteria() {
    return !criteriaJson.isEmpty();
  }

  /** What records must meet; everything, for a delete by id. */
  public Criteria criteria() {
    return isByCriteria() ? CriteriaJson.read(criteriaJson) : Criteria.ALL;
  }
}
