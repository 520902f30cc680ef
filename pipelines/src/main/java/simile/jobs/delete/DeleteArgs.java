package simile.jobs.delete;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import simile.files.Sha256;
import simile.query.Criteria;
import simile.query.CriteriaJson;

/**
 * What a delete is asked to do: to delete ids, or what meets criteria. Options end here.
 *
 * @param store where the store is
 * @param context the context to delete from
 * @param collection the collection to delete from
 * @param ids what to delete
 * @param idsFile a list of what to delete, see {@link simile.delete.IdLines}; {@code -} for
 *     standard input
 * @param criteria what records to delete meet; {@link Criteria#ALL} for a delete by id
 * @param reason why, for people; empty for none
 * @param runId the run's id; made up if empty
 * @param token its idempotency token; the run's id if empty
 */
public record DeleteArgs(
    String store,
    String context,
    String collection,
    List<String> ids,
    Optional<String> idsFile,
    Criteria criteria,
    String reason,
    Optional<String> runId,
    Optional<String> token) {

  /**
   * @throws IllegalArgumentException if neither ids nor criteria are given, or both
   */
  public DeleteArgs {
    ids = List.copyOf(ids);
    if (!criteria.ids().isEmpty()) {
      throw new IllegalArgumentException("ids to delete are no criteria");
    }
    boolean byId = !ids.isEmpty() || idsFile.isPresent();
    if (byId == isAsked(criteria)) {
      throw new IllegalArgumentException(
          byId
              ? "ids and criteria do not go together; give one of them"
              : "nothing says what to delete; give --id, --ids-file, or a criterion such as --domain;"
                  + " to delete every record, give the list of all ids: simile query --format jsonl"
                  + " | simile delete --ids-file -");
    }
    if (ids.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException("no record has an empty id");
    }
  }

  /** Whether records are deleted for what they are, rather than by id. */
  public boolean isByCriteria() {
    return isAsked(criteria);
  }

  /**
   * Identifies what the run would do, so that a run id cannot be used again for something else.
   *
   * @param operation what is done to the ids or records
   * @param standardInput the hash of what came from standard input; empty if nothing did
   */
  String digest(String operation, String standardInput) {
    String canonical =
        String.join(
            "\n",
            operation,
            context,
            collection,
            String.join("\u0000", ids),
            idsFile.orElse(""),
            standardInput,
            CriteriaJson.write(criteria));
    return Sha256.of(canonical.getBytes(UTF_8));
  }

  private static boolean isAsked(Criteria criteria) {
    return !criteria.equals(Criteria.ALL);
  }
}
