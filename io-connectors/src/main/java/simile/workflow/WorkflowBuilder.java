package simile.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a {@link Workflow}, field by field. */
final class WorkflowBuilder {
  private final String runId;
  private final String type;
  private final String context;
  private final String collection;
  private final Instant createdAt;
  private long itemsProcessed;
  private long itemsTotal = -1;
  private long errorCount;
  private List<String> errorLog = List.of();
  private Status status = Status.PENDING;
  private Optional<Instant> startedAt = Optional.empty();
  private Optional<Instant> finishedAt = Optional.empty();
  private Optional<Instant> heartbeatAt = Optional.empty();
  private SortedMap<String, String> metadata = new TreeMap<>();
  private long version = -1;
  private String token = "";
  private List<String> command = List.of();

  WorkflowBuilder(String runId, String type, String context, String collection, Instant createdAt) {
    this.runId = runId;
    this.type = type;
    this.context = context;
    this.collection = collection;
    this.createdAt = createdAt;
  }

  WorkflowBuilder items(long processed, long total) {
    itemsProcessed = processed;
    itemsTotal = total;
    return this;
  }

  WorkflowBuilder errors(long count, List<String> messages) {
    errorCount = count;
    errorLog = messages;
    return this;
  }

  WorkflowBuilder status(Status value) {
    status = value;
    return this;
  }

  WorkflowBuilder startedAt(Optional<Instant> value) {
    startedAt = value;
    return this;
  }

  WorkflowBuilder finishedAt(Optional<Instant> value) {
    finishedAt = value;
    return this;
  }

  WorkflowBuilder heartbeatAt(Optional<Instant> value) {
    heartbeatAt = value;
    return this;
  }

  WorkflowBuilder metadata(SortedMap<String, String> value) {
    metadata = value;
    return this;
  }

  WorkflowBuilder version(long value) {
    version = value;
    return this;
  }

  WorkflowBuilder token(String value) {
    token = value;
    return this;
  }

  WorkflowBuilder command(List<String> value) {
    command = value;
    return this;
  }

  Workflow build() {
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
        metadata,
        createdAt,
        startedAt,
        finishedAt,
        heartbeatAt,
        version,
        token,
        command);
  }
}
