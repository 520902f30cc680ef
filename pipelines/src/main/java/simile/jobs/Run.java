package simile.jobs;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import simile.log.InputFile;

/**
 * A run that is about to start, as its workflow will show it.
 *
 * @param id the run
 * @param token its idempotency token
 * @param type what kind of work it is, such as {@code compaction}
 * @param context the context it works on
 * @param collection the collection it works on
 * @param submittedAt when it was submitted
 * @param metadata further facts, such as the runner
 * @param command the command line that does the same again, the program's name left out; empty if
 *     there is none
 * @param inputs what it reads beside the store, as far as it is known from the beginning
 */
public record Run(
    String id,
    String token,
    String type,
    String context,
    String collection,
    Instant submittedAt,
    SortedMap<String, String> metadata,
    List<String> command,
    List<InputFile> inputs) {

  /**
   * In the metadata: the version that the run reads, which a vacuum keeps while the run is at work;
   * the newest one at its start unless the job says otherwise.
   */
  public static final String READS_VERSION = "reads_version";

  public Run {
    command = List.copyOf(command);
    inputs = List.copyOf(inputs);
  }

  /** A run that reads only the store, or what is known at its end. */
  public Run(
      String id,
      String token,
      String type,
      String context,
      String collection,
      Instant submittedAt,
      SortedMap<String, String> metadata,
      List<String> command) {
    this(id, token, type, context, collection, submittedAt, metadata, command, List.of());
  }
}
