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
 * @param type the job's name, such as {@code ingest}
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
    long version) {

  /** The most messages that are kept. */
  public static final int MAX_ERRORS = 100;

  /** The most characters that are kept of a message. */
  public static final int MAX_ERROR_LENGTH = 2_000;

  public Workflow {
    Objects.requireNonNull(status);
    errorLog = errorLog.stream().limit(MAX_ERRORS).map(Workflow::cut).toList();
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /** A run that was just submitted. */
  public static Workflow pending(
      String runId, String type, String context, String collection, Instant createdAt) {
    return new Workflow(
        runId,
        type,
        Status.PENDING,
        context,
        collection,
        -1,
        0,
        0,
        List.of(),
        new TreeMap<>(),
        createdAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        -1);
  }

  public Workflow started(Instant now) {
    return with(Status.PROCESSING, Optional.of(now), Optional.empty(), Optional.of(now), -1);
  }

  public Workflow alive(long processed, long total, Instant now) {
    return with(status, startedAt, finishedAt, Optional.of(now), version)
        .withItems(processed, total);
  }

  /**
   * @param committed the version that it made
   */
  public Workflow completed(long committed, Instant now) {
    return with(Status.COMPLETED, startedAt, Optional.of(now), heartbeatAt, committed);
  }

  public Workflow failed(Instant now) {
    return with(Status.FAILED, startedAt, Optional.of(now), heartbeatAt, -1);
  }

  public Workflow cancelled(Instant now) {
    return with(Status.CANCELLED, startedAt, Optional.of(now), heartbeatAt, -1);
  }

  public Workflow withItems(long processed, long total) {
    return new Workflow(
        runId,
        type,
        status,
        context,
        collection,
        total,
        processed,
        errorCount,
        errorLog,
        metadata,
        createdAt,
        startedAt,
        finishedAt,
        heartbeatAt,
        version);
  }

  public Workflow withError(String message) {
    List<String> errors = new ArrayList<>(errorLog);
    errors.add(message);
    return withErrors(errorCount + 1, errors);
  }

  public Workflow withErrors(long count, List<String> messages) {
    return new Workflow(
        runId,
        type,
        status,
        context,
        collection,
        itemsTotal,
        itemsProcessed,
        count,
        messages,
        metadata,
        createdAt,
        startedAt,
        finishedAt,
        heartbeatAt,
        version);
  }

  public Workflow withMetadata(Map<String, String> more) {
    SortedMap<String, String> all = new TreeMap<>(metadata);
    all.putAll(more);
    return new Workflow(
        runId,
        type,
        status,
        context,
        collection,
        itemsTotal,
        itemsProcessed,
        errorCount,
        errorLog,
        all,
        createdAt,
        startedAt,
        finishedAt,
        heartbeatAt,
        version);
  }

  private Workflow with(
      Status newStatus,
      Optional<Instant> started,
      Optional<Instant> finished,
      Optional<Instant> heartbeat,
      long committed) {
    return new Workflow(
        runId,
        type,
        newStatus,
        context,
        collection,
        itemsTotal,
        itemsProcessed,
        errorCount,
        errorLog,
        metadata,
        createdAt,
        started,
        finished,
        heartbeat,
        committed);
  }

  private static String cut(String message) {
    return message.length() <= MAX_ERROR_LENGTH
        ? message
        : message.substring(0, MAX_ERROR_LENGTH - 1) + "…";
  }
}
