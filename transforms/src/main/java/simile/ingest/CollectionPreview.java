package simile.ingest;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.conflict.Action;
import simile.conflict.Conflict;
import simile.conflict.ConflictSink;
import simile.files.StoreFiles;
import simile.input.InputOpener;
import simile.input.Split;
import simile.input.SplitReader;
import simile.input.SplitSlab;
import simile.record.Position;
import simile.record.RecordBatch;
import simile.record.SortedRows;

/**
 * What a run would do to a collection: reads, checks and compares the whole input, and writes
 * nothing. In one thread.
 */
public final class CollectionPreview {
  private final CollectionPlan plan;
  private final Instant submittedAt;
  private final StoreFiles files;
  private final InputOpener inputs;
  private final SortedMap<Action, Long> actions = new TreeMap<>();

  public CollectionPreview(
      CollectionPlan plan, Instant submittedAt, StoreFiles files, InputOpener inputs) {
    this.plan = plan;
    this.submittedAt = submittedAt;
    this.files = files;
    this.inputs = inputs;
  }

  /** Tells each conflict, in the order of ids within about as much input as becomes one segment. */
  public PreviewCounts run(ConflictSink sink) throws IOException {
    Tally tally = new Tally();
    try (OpenVectors vectors = OpenVectors.of(plan)) {
      SlabWork work = new CollectionWorks(plan, known -> work(known, vectors)).begin();
      for (Split split : plan.splits()) {
        compare(split, work, tally, sink);
      }
    }
    return new PreviewCounts(tally.counts(), actions, tally.violations());
  }

  private CollectionWork work(CollectionPlan known, OpenVectors vectors) {
    return new CollectionWork(known, submittedAt, files, inputs, vectors.lookup());
  }

  private void compare(Split split, SlabWork work, Tally tally, ConflictSink sink)
      throws IOException {
    NoAudit audit = new NoAudit();
    LineChecks checks = new LineChecks(audit, tally, Position.of(split.number(), 0));
    try (SplitReader reader = work.reader(split, LongLineChecks.of(plan, audit, checks))) {
      for (Optional<SplitSlab> slab = reader.next(); slab.isPresent(); slab = reader.next()) {
        RecordBatch batch = work.check(slab.get(), checks);
        tally.records(batch);
        List<Conflict> found = new ArrayList<>();
        Judged judged = work.compare(slab.get(), batch, SortedRows.of(batch), checks, found::add);
        tell(found, judged.refused(), sink);
      }
    }
  }

  /** Of a merged record that is rejected nothing is told: it changes nothing. */
  private void tell(List<Conflict> found, Set<String> refused, ConflictSink sink)
      throws IOException {
    for (Conflict conflict : found) {
      if (!refused.contains(conflict.id())) {
        actions.merge(conflict.action(), 1L, Long::sum);
        sink.add(conflict);
      }
    }
  }
}
