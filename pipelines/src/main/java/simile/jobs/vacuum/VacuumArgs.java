package simile.jobs.vacuum;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Optional;
import simile.files.Sha256;

/**
 * What a vacuum is asked for.
 *
 * @param store where the store is
 * @param olderThan versions that were the newest at any time within it are kept
 * @param runId the run's id; if empty, one is made up
 * @param token its token; if empty, the run's id
 */
public record VacuumArgs(
    String store, Duration olderThan, Optional<String> runId, Optional<String> token) {

  String digest() {
    return Sha256.of(("vacuum\n" + olderThan).getBytes(UTF_8));
  }
}
