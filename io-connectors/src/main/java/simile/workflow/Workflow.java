package simile.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run as people see it.
 *
 * @param runId the run
 * @param type what kind of work it is, such as {@code compaction}
 * @param status where it stands
 * @param context the context it works on
 * @param collection the collection it works on
 * @param itemsTotal what there is to do; -1 while unknown
 * @param itemsProcessed what is done
 * @param errorCount errors so far, also those beyond the log
 * @param errorLog the first {@value #MAX_ERRORS} messages, each cut to {@value #MAX_ERROR_LENGTH}
 * @param metadata further facts, such as the runner
 * @param createdAt when it was submitted
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param heartbeatAt when it last said that it is alive
 * @param version the commit that it made; -1 if there is none
 * @param token its idempotency token; empty if it is not known
 * @param command the command line that does the same again, the program's name left out; empty if
 *     there is none
 */
public record Workflow(
    String runId,
    String type,
    Status status,
    String context,
    String collection,
    long itemsTotal,
    long itemsProcessed,
    long errorCount,
    List<String> errorLog,
    SortedMap<String, String> metadata,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Optional<Instant> heartbeatAt,
    long version,
    String token,
    List<String> command) {

  /** The most messages that are kept. */
  public static final int MAX_ERRORS = 100;

  /** The most characters that are kept of a message. */
  public static final int MAX_ERROR_LENGTH = 2_000;

  public Workflow {
    Objects.requireNonNull(status);
    errorLog = errorLog.stream().limit(MAX_ERRORS).map(Workflow::cut).toList();
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    command = List.copyOf(command);
  }

  /** A run that was just submitted. */
  public static Workflow pending(
      String runId, String type, String context, String collection, Instant createdAt) {
    return new WorkflowBuilder(runId, type, context, collection, createdAt).build();
  }

  /**
   * How the run can be repeated.
   *
   * @param again the command line that does the same again, the program's name left out
   */
  public Workflow withCommand(String sameToken, List<String> again) {
    return copy().token(sameToken).command(again).build();
  }

  public Workflow started(Instant now) {
    return copy()
        .status(Status.PROCESSING)
        .startedAt(Optional.of(now))
        .finishedAt(Optional.empty())
        .heartbeatAt(Optional.of(now))
        .version(-1)
        .build();
  }

  public Workflow alive(long processed, long total, Instant now) {
    return copy().heartbeatAt(Optional.of(now)).items(processed, total).build();
  }

  /**
   * @param committed the version that it made
   */
  public Workflow completed(long committed, Instant now) {
    return ended(Status.COMPLETED, committed, now);
  }

  public Workflow failed(Instant now) {
    return ended(Status.FAILED, -1, now);
  }

  public Workflow cancelled(Instant now) {
    return ended(Status.CANCELLED, -1, now);
  }

  /**
   * Whether it says that it committed, and no log whose newest version is this one can have its
   * entry: then the log lost entries, which nothing in the log itself can show.
   */
  public boolean isCommittedAfter(long newest) {
    return status == Status.COMPLETED && version > newest;
  }

  public Workflow withItems(long processed, long total) {
    return copy().items(processed, total).build();
  }

  public Workflow withError(String message) {
    List<String> errors = new ArrayList<>(errorLog);
    errors.add(message);
    return withErrors(errorCount + 1, errors);
  }

  public Workflow withErrors(long count, List<String> messages) {
    return copy().errors(count, messages).build();
  }

  public Workflow withMetadata(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(metadata);
    all.putAll(more);
    return copy().metadata(all).build();
  }

  private Workflow ended(Status how, long committed, Instant now) {
    return copy().status(how).finishedAt(Optional.of(now)).version(committed).build();
  }

  private WorkflowBuilder copy() {
    return new WorkflowBuilder(runId, type, context, collection, createdAt)
        .status(status)
        .items(itemsProcessed, itemsTotal)
        .errors(errorCount, errorLog)
        .metadata(metadata)
        .startedAt(startedAt)
        .finishedAt(finishedAt)
        .heartbeatAt(heartbeatAt)
        .version(version)
        .token(token)
        .command(command);
  }

  private static String cut(String message) {
    return message.length() <= MAX_ERROR_LENGTH
        ? message
        : message.substring(0, MAX_ERROR_LENGTH - 1) + "…";
  }
}
