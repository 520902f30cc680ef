package simile.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.log.CommitLog;
import simile.log.Counts;
import simile.log.DraftCommit;
import simile.log.Operation;
import simile.log.Retention;

class WorkflowsTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Workflow PENDING =
      Workflow.pending("run-1", "ingest", "default", "analogies", NOON);

  private static final Counts COUNTS = new Counts(3, 0, 2, 1, 0, 2, 0, 0);

  @TempDir Path folder;
  private StoreFiles files;
  private Workflows workflows;

  @BeforeEach
  void open() {
    files = new LocalFiles(folder);
    workflows = new Workflows(files);
  }

  @Test
  void aWorkflowReadsBackAsItWasWritten() throws IOException {
    Workflow full =
        PENDING
            .started(NOON.plusSeconds(1))
            .alive(5, 10, NOON.plusSeconds(2))
            .withError("line 3: \"odd\" — ключ")
            .withMetadata(Map.of("runner", "direct"))
            .withCommand("t", List.of("ingest", "--input", "/a b/\"c\".jsonl"))
            .completed(7, NOON.plusSeconds(3));
    workflows.write(PENDING);
    workflows.write(full);
    assertThat(workflows.read("run-1"), equalTo(Optional.of(full)));
    assertThat(workflows.list(), contains(full));
    assertThat(workflows.read("run-2"), is(Optional.empty()));
  }

  @Test
  void theFileHasTheDocumentedFields() throws IOException {
    workflows.write(PENDING);
    String text = new String(files.read("workflows/run-1.json"), UTF_8);
    assertThat(text, containsString("\"run_id\" : \"run-1\""));
    assertThat(text, containsString("\"status\" : \"PENDING\""));
    assertThat(text, containsString("\"items_total\" : -1"));
    assertThat(text, containsString("\"created_at\" : \"2026-01-31T12:00:00Z\""));
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"COMPLETED", "CANCELLED"})
  void nothingFollowsAFinalStatus(Status status) throws IOException {
    workflows.write(
        status == Status.COMPLETED ? PENDING.completed(1, NOON) : PENDING.cancelled(NOON));
    IllegalTransitionException e =
        assertThrows(
            IllegalTransitionException.class, () -> workflows.write(PENDING.started(NOON)));
    assertThat(e.getMessage(), containsString(status + " and cannot become PROCESSING"));
    assertThat(workflows.read("run-1").orElseThrow().status(), is(status));
  }

  @Test
  void aFailedRunCanBeStartedAgain() throws IOException {
    workflows.write(PENDING.failed(NOON));
    workflows.write(PENDING.started(NOON));
    workflows.write(PENDING.completed(1, NOON));
    assertThat(workflows.read("run-1").orElseThrow().status(), is(Status.COMPLETED));
  }

  @Test
  void aRunAtWorkCannotBecomePendingAgain() throws IOException {
    workflows.write(PENDING.started(NOON));
    assertThrows(IllegalTransitionException.class, () -> workflows.write(PENDING));
  }

  @Test
  void theErrorLogIsBoundedAndTheCountIsNot() throws IOException {
    Workflow workflow = PENDING;
    for (int i = 0; i < Workflow.MAX_ERRORS + 50; i++) {
      workflow = workflow.withError("x".repeat(10_000));
    }
    assertThat(workflow.errorLog().size(), is(Workflow.MAX_ERRORS));
    assertThat(workflow.errorLog().get(0).length(), is(Workflow.MAX_ERROR_LENGTH));
    assertThat(workflow.errorCount(), is(Workflow.MAX_ERRORS + 50L));
  }

  @Test
  void aDamagedFileIsPassedOverInListsAndCanBeReplaced() throws IOException {
    files.replace("workflows/run-1.json", "{\"run_id\":".getBytes(UTF_8));
    files.replace("workflows/run-1.html", new byte[0]);
    assertThat(workflows.list(), equalTo(List.of()));
    workflows.write(PENDING);
    assertThat(workflows.list(), contains(PENDING));
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"PENDING", "PROCESSING", "FAILED"})
  void whatTheLogCommittedIsCompletedWhateverTheFileSays(Status status) throws IOException {
    CommitLog log = CommitLog.open(files);
    workflows.write(
        switch (status) {
          case PENDING -> PENDING;
          case PROCESSING -> PENDING.started(NOON);
          default -> PENDING.failed(NOON);
        });
    assertThat(workflows.reconciled(log).get(0).status(), is(status));
    log.append(draft(Operation.INGEST));
    Workflow reconciled = workflows.reconciled(log).get(0);
    assertThat(reconciled.status(), is(Status.COMPLETED));
    assertThat(reconciled.version(), is(1L));
    assertThat(reconciled.itemsProcessed(), is(3L));
    assertThat(workflows.read("run-1").orElseThrow().status(), is(status));
  }

  @Test
  void whatTheLogFencedIsCancelled() throws IOException {
    CommitLog log = CommitLog.open(files);
    workflows.write(PENDING.started(NOON));
    log.append(DraftCommit.fence("run-1", "t", "test"));
    assertThat(workflows.reconciled(log).get(0).status(), is(Status.CANCELLED));
  }

  @Test
  void aRunThatLeftAnAuditHasFailedUnlessItStartedAgain() throws IOException {
    CommitLog log = CommitLog.open(files);
    workflows.write(PENDING.started(NOON));
    Instant audited = log.append(draft(Operation.AUDIT)).commit().committedAt();
    assertThat(workflows.reconciled(log).get(0).status(), is(Status.FAILED));
    workflows.write(PENDING.started(audited.plusSeconds(1)));
    assertThat(workflows.reconciled(log).get(0).status(), is(Status.PROCESSING));
  }

  @Test
  void aWorkflowOfAnEarlierVersionHasNoCommandAndNoToken() throws IOException {
    workflows.write(PENDING);
    assertThat(new String(files.read("workflows/run-1.json"), UTF_8).contains("token"), is(false));
    assertThat(workflows.read("run-1").orElseThrow().command(), equalTo(List.of()));
    assertThat(workflows.read("run-1").orElseThrow().token(), is(""));
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"DELETE", "UNDELETE", "ROLLBACK", "REPAIR", "TAG"})
  void anEntryThatSettlesItsRunCompletesIt(Operation operation) throws IOException {
    CommitLog log = CommitLog.open(files);
    workflows.write(PENDING.started(NOON).alive(4, 9, NOON));
    log.append(draft(operation, operation == Operation.TAG ? Counts.ZERO : COUNTS));
    Workflow reconciled = workflows.reconciled(log).get(0);
    assertThat(reconciled.status(), is(Status.COMPLETED));
    assertThat(reconciled.itemsProcessed(), is(operation == Operation.TAG ? 4L : 3L));
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"COMPACT", "VACUUM"})
  void aRunThatGoesOnAfterAnEntryIsAsItsWorkflowSays(Operation operation) throws IOException {
    CommitLog log = CommitLog.open(files);
    Workflow atWork = PENDING.started(NOON).alive(4, 9, NOON);
    workflows.write(atWork);
    log.append(draft(operation, COUNTS));
    assertThat(workflows.reconciled(log), contains(atWork));
    workflows.write(atWork.completed(1, NOON));
    assertThat(workflows.reconciled(log).get(0).status(), is(Status.COMPLETED));
  }

  @Test
  void aCompactionThatWasFencedIsCancelled() throws IOException {
    CommitLog log = CommitLog.open(files);
    workflows.write(PENDING.started(NOON));
    log.append(draft(Operation.COMPACT, COUNTS));
    log.append(DraftCommit.fence("run-1", "run-1", "test"));
    assertThat(workflows.reconciled(log).get(0).status(), is(Status.CANCELLED));
  }

  @Test
  void damagedFilesAreNamed() throws IOException {
    files.replace("workflows/run-1.json", "{\"run_id\":".getBytes(UTF_8));
    assertThat(workflows.listed().damaged().get(0), containsString("workflows/run-1.json"));
    assertThat(workflows.listed().workflows(), equalTo(List.of()));
  }

  private static DraftCommit draft(Operation operation) {
    return draft(operation, COUNTS);
  }

  private static DraftCommit draft(Operation operation, Counts counts) {
    return new DraftCommit(
        operation,
        "run-1",
        "t",
        "",
        List.of(),
        operation == Operation.TAG || operation == Operation.VACUUM
            ? Optional.of(Retention.ALL)
            : Optional.empty(),
        List.of(),
        counts,
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        new TreeMap<>());
  }
}
