package simile.ingest;

import java.io.IOException;
import java.util.OptionalInt;
import simile.conflict.ConflictSink;
import simile.embedding.FirstVector;
import simile.input.LongLines;
import simile.input.Split;
import simile.input.SplitReader;
import simile.input.SplitSlab;
import simile.record.RecordBatch;
import simile.record.SortedRows;

/**
 * The work at one slab after the other: as planned, until a vector says how long vectors are, if
 * the plan does not.
 */
final class SlabWork {
  private final CollectionWorks works;
  private final FirstVector firstVector = new FirstVector();
  private CollectionWork now;

  SlabWork(CollectionWorks works, CollectionWork planned) {
    this.works = works;
    this.now = planned;
  }

  /** The dimension of vectors; -1 if nothing has said one. */
  int dimension() {
    return now.dimension();
  }

  SplitReader reader(Split split, LongLines longLines) {
    return now.reader(split, longLines);
  }

  /** The accepted lines of the next slab. */
  RecordBatch check(SplitSlab slab, LineChecks checks) throws IOException {
    if (now.lacksDimension()) {
      OptionalInt found = firstVector.dimension(slab.slab());
      now = found.isPresent() ? works.of(found.getAsInt()) : now;
    }
    return now.check(slab, checks);
  }

  /** As {@link CollectionWork#judge}, of a slab that was checked. */
  Judged judge(SplitSlab slab, RecordBatch batch, SortedRows rows, LineChecks checks)
      throws IOException {
    return now.judge(slab, batch, rows, checks);
  }

  /** As {@link CollectionWork#compare}, of a slab that was checked. */
  Judged compare(
      SplitSlab slab, RecordBatch batch, SortedRows rows, LineChecks checks, ConflictSink conflicts)
      throws IOException {
    return now.compare(slab, batch, rows, checks, conflicts);
  }
}
