package simile.proof.delete;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.compact.CompactionRules;
import simile.delete.DeletePlan;
import simile.delete.DeleteResult;
import simile.files.LocalFiles;
import simile.history.RecordHistory;
import simile.log.CollectionKey;
import simile.log.CommitConflictException;
import simile.log.RunIdentity;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainCompact;
import simile.proof.PlainDelete;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.query.Criteria;
import simile.rollback.Rollback;
import simile.store.AsOf;
import simile.store.Store;
import simile.undelete.UndeleteOutcome;
import simile.undelete.UndeletePlan;
import simile.undelete.Undeleter;

/** Deletes and undeletes among rollbacks and compactions. */
class RollbackAndCompactionTest {
  private static final CollectionKey KEY = new CollectionKey("default", "analogies");

  @TempDir Path folder;

  private Store store;
  private int runs;

  @BeforeEach
  void tenRecords() throws IOException {
    ingest(Lines.analogies(10));
    store = Store.open(folder.toString());
  }

  @Test
  void aDeleteByCriteriaYieldsToARollback() throws IOException {
    ingest(Lines.analogies(12));
    PlainDelete run = new PlainDelete(store, "delete");
    DeletePlan plan = run.planOf(Criteria.ALL.withQualityBelow(0.5), 100);
    List<DeleteResult> results = run.write(plan);
    rollBack(1);

    var failure = assertThrows(CommitConflictException.class, () -> run.commit(plan, results));

    assertThat(failure.getMessage(), containsString("version 3 rolled"));
    assertThat(Stored.analogies(folder).size(), is(10));
  }

  @Test
  void aDeleteByCriteriaThatIsRepeatedAfterARollbackIsAdopted() throws IOException {
    PlainDelete run = new PlainDelete(store, "delete");
    DeletePlan plan = run.planOf(Criteria.ALL.withQualityBelow(0.5), 100);
    List<DeleteResult> results = run.write(plan);
    run.commit(plan, results);
    rollBack(1);

    assertThat(run.commit(plan, results).version(), is(2L));
    assertThat(Stored.analogies(folder).size(), is(10));
  }

  @Test
  void aDeleteByIdDoesNotMindARollback() throws IOException {
    ingest(Lines.analogies(12));
    PlainDelete run = new PlainDelete(store, "delete");
    DeletePlan plan = run.planOfIds(List.of("a1"));
    List<DeleteResult> results = run.write(plan);
    rollBack(1);

    run.commit(plan, results);

    assertThat(Stored.analogies(folder).size(), is(9));
  }

  @Test
  void aRecordComesBackFromASegmentThatACompactionReplaced() throws IOException {
    new PlainDelete(store, "delete").ids("a1", "a2");
    new PlainCompact(
            store, "compact", new CompactionRules(CompactionRules.DEFAULT_TARGET_BYTES, true))
        .run();
    assertThat(Stored.analogies(folder).size(), is(8));

    UndeleteOutcome outcome = undelete("a1", "a3");

    assertThat(outcome.restored(), is(List.of("a1")));
    assertThat(outcome.live(), is(List.of("a3")));
    assertThat(Stored.analogies(folder).get("a1"), is(Lines.analogy("a1", 0.01)));
    assertThat(life("a1"), is(List.of("4 restored", "2 deleted", "1 inserted")));
  }

  @Test
  void whatARollbackTookAwayWasNotDeleted() throws IOException {
    ingest(Lines.analogies(12));
    new PlainCompact(
            store, "compact", new CompactionRules(CompactionRules.DEFAULT_TARGET_BYTES, true))
        .run();
    rollBack(1);

    UndeleteOutcome outcome = undelete("a11");

    assertThat(outcome.gone(), is(List.of("a11")));
    assertThat(Stored.analogies(folder).size(), is(10));
    assertThat(life("a11"), is(List.of("4 deleted", "2 inserted")));
  }

  @Test
  void aRollbackBringsDeletedRecordsBackInTheirLife() throws IOException {
    new PlainDelete(store, "delete").ids("a1");
    rollBack(1);

    assertThat(Stored.analogies(folder).containsKey("a1"), is(true));
    assertThat(life("a1"), is(List.of("3 restored", "2 deleted", "1 inserted")));
  }

  private void ingest(byte[] lines) throws IOException {
    MemoryInputs inputs = MemoryInputs.of("in.jsonl", lines);
    PlainIngest.into(new LocalFiles(folder), "ingest-" + runs++).run(inputs, inputs.list());
  }

  private void rollBack(long version) throws IOException {
    RunIdentity run = new RunIdentity("rollback-" + runs, "rollback-" + runs++, "");
    new Rollback(store).run(run, new AsOf.Version(version), Optional.of(KEY), "");
  }

  private UndeleteOutcome undelete(String... ids) throws IOException {
    UndeletePlan plan =
        new UndeletePlan(
            "undelete",
            "undelete",
            "",
            KEY.context(),
            KEY.collection(),
            List.of(ids),
            "",
            Instant.parse("2026-01-02T03:04:05Z"));
    return new Undeleter(store, plan).run();
  }

  private List<String> life(String id) throws IOException {
    return RecordHistory.of(store, KEY, id).stream()
        .map(event -> event.version() + " " + event.effect().key())
        .toList();
  }
}
