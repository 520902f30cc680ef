package simile.jobs.rollback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import simile.files.Sha256;
import simile.log.CollectionKey;
import simile.store.AsOf;

/**
 * What a rollback is asked for.
 *
 * @param store where the store is
 * @param to the version whose records come back
 * @param asked that version as it was asked for
 * @param only the collection; if empty, all
 * @param reason for people; may be empty
 * @param runId the run's id; if empty, one is made up
 * @param token its token; if empty, the run's id
 */
public record RollbackArgs(
    String store,
    AsOf to,
    String asked,
    Optional<CollectionKey> only,
    String reason,
    Optional<String> runId,
    Optional<String> token) {

  String digest() {
    String canonical =
        String.join("\n", "rollback", only.map(CollectionKey::toString).orElse("*"), asked, reason);
    return Sha256.of(canonical.getBytes(UTF_8));
  }
}
