package simile.log;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who makes an entry.
 *
 * @param runId the run
 * @param token its idempotency token
 * @param argumentsSha256 of what the run was asked for, in canonical form
 */
public record RunIdentity(String runId, String token, String argumentsSha256)
    implements Serializable {

  /** An entry without input, audit and counts. */
  public DraftCommit draft(
      Operation operation,
      List<Change> changes,
      Optional<Retention> retention,
      Map<String, String> details) {
    return new DraftCommit(
        operation,
        runId,
        token,
        argumentsSha256,
        changes,
        retention,
        List.of(),
        Counts.ZERO,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        new TreeMap<>(details));
  }
}
