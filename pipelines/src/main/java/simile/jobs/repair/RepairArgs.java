package simile.jobs.repair;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import simile.files.Sha256;

/**
 * How to repair.
 *
 * @param dropLost whether what is lost may be given up
 * @param runId the run
 * @param submittedAt when it was asked for
 * @param command the command line that does the same again
 */
public record RepairArgs(
    boolean dropLost, String runId, Instant submittedAt, List<String> command) {

  public RepairArgs {
    command = List.copyOf(command);
  }

  String digest() {
    return Sha256.of(("repair drop_lost=" + dropLost).getBytes(UTF_8));
  }
}
