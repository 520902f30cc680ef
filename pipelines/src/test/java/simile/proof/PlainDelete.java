package simile.proof;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import simile.delete.DeleteCommitter;
import simile.delete.DeletePart;
import simile.delete.DeletePlan;
import simile.delete.DeleteResult;
import simile.delete.PartDeleter;
import simile.ingest.RunOutcome;
import simile.merge.KeyRanges;
import simile.query.Criteria;
import simile.query.CriteriaJson;
import simile.record.IdRange;
import simile.store.AsOf;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/**
 * A delete of analogies without a runner: one thread, part after part, then the commit.
 *
 * @param store the store
 * @param runId the run; also its token
 */
public record PlainDelete(Store store, String runId) {
  private static final Instant SUBMITTED = Instant.parse("2026-01-02T03:04:05Z");

  /** Deletes by id. */
  public RunOutcome ids(String... ids) throws IOException {
    DeletePlan plan = planOfIds(List.of(ids));
    return commit(plan, write(plan));
  }

  /** Deletes by criteria. */
  public RunOutcome matching(Criteria criteria) throws IOException {
    DeletePlan plan = planOf(criteria, 1000);
    return commit(plan, write(plan));
  }

  /** The plan of a delete by id, a part each. */
  public DeletePlan planOfIds(List<String> ids) throws IOException {
    List<DeletePart> parts = new ArrayList<>();
    ids.forEach(id -> parts.add(new DeletePart.Given(parts.size(), List.of(id))));
    return plan("", parts);
  }

  /** The plan of a delete by id, all in one part. */
  public DeletePlan planOfOnePart(List<String> ids) throws IOException {
    return plan("", List.of(new DeletePart.Given(0, ids)));
  }

  /** The plan of a delete by criteria, whose parts have about so many entries of key files. */
  public DeletePlan planOf(Criteria criteria, long entries) throws IOException {
    List<DeletePart> parts = new ArrayList<>();
    for (IdRange range : KeyRanges.cut(store.files(), latest().segments(), entries)) {
      parts.add(new DeletePart.Matching(parts.size(), range));
    }
    return plan(CriteriaJson.write(criteria), parts);
  }

  /** Writes tombstones, without the commit. */
  public List<DeleteResult> write(DeletePlan plan) throws IOException {
    CollectionSnapshot read =
        store.snapshot(new AsOf.Version(plan.version())).collection("default", "analogies");
    PartDeleter deleter =
        new PartDeleter(plan, store.files(), read, new MemoryInputs(Map.of(), 1), new Random());
    List<DeleteResult> results = new ArrayList<>();
    for (DeletePart part : plan.parts()) {
      results.add(deleter.delete(part));
    }
    return results;
  }

  /** Commits what was written. */
  public RunOutcome commit(DeletePlan plan, List<DeleteResult> results) throws IOException {
    return new DeleteCommitter(plan, store.files(), store.log()).commit(results);
  }

  private DeletePlan plan(String criteria, List<DeletePart> parts) throws IOException {
    return new DeletePlan(
        store.files().root(),
        runId,
        runId,
        "0".repeat(64),
        "default",
        "analogies",
        latest().version(),
        criteria,
        parts,
        "",
        SUBMITTED,
        "none");
  }

  private CollectionSnapshot latest() throws IOException {
    return store.snapshot(AsOf.latest()).collection("default", "analogies");
  }
}
