package simile.ingest;

import java.io.IOException;
import java.time.Instant;
import simile.conflict.BaseRecords;
import simile.conflict.ConflictJudge;
import simile.conflict.ConflictSink;
import simile.conflict.Resolution;
import simile.contract.check.CheckerOptions;
import simile.contract.check.RecordChecker;
import simile.files.StoreFiles;
import simile.foreign.ForeignPieces;
import simile.input.InputOpener;
import simile.input.LongLines;
import simile.input.Split;
import simile.input.SplitReader;
import simile.input.SplitSlab;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;
import simile.record.SortedRows;
import simile.record.VectorLookup;

/**
 * How slabs for one collection are read, checked and judged; without writing any. Used by one
 * thread for many splits.
 */
final class CollectionWork {
  private final CollectionPlan plan;
  private final Instant submittedAt;
  private final InputOpener inputs;
  private final VectorLookup vectors;
  private final Schema schema;
  private final RecordChecker checker;
  private final ForeignPieces pieces;
  private final ExistingIds existing;
  private final ConflictJudge judge;
  private final MergedRows merged;

  /**
   * @param vectors brings vectors by id
   */
  CollectionWork(
      CollectionPlan plan,
      Instant submittedAt,
      StoreFiles files,
      InputOpener inputs,
      VectorLookup vectors) {
    this.plan = plan;
    this.submittedAt = submittedAt;
    this.inputs = inputs;
    this.vectors = vectors;
    this.schema = plan.schema();
    this.checker = plan.contract().checker(new CheckerOptions(schema.dimension()));
    BaseRecords base = new BaseRecords(files, plan.key(), plan.merging().baseVersion());
    ReadLimits limits = plan.limits();
    this.pieces =
        new ForeignPieces(inputs, schema, base, limits.slabBytes(), limits.maxLineBytes());
    this.existing = new ExistingIds(plan, base);
    this.judge = new ConflictJudge(plan.contract(), base, resolution(plan.merging().mode()));
    this.merged = new MergedRows(checker, vectors);
  }

  /** Whether the first vector that comes is to say what the dimension is. */
  boolean lacksDimension() {
    return plan.lacksDimension();
  }

  /** Of the vectors that it takes; -1 where the plan does not say. */
  int dimension() {
    return plan.dimension();
  }

  SplitReader reader(Split split, LongLines longLines) {
    return new SplitReader(inputs, pieces, split, plan.limits().slabBytes(), longLines);
  }

  /** The accepted lines of a slab. */
  RecordBatch check(SplitSlab slab, LineChecks checks) throws IOException {
    RecordBatchBuilder builder =
        RecordBatch.builder(schema, slab.slab().bytes(), submittedAt.toString())
            .vectorsFrom(vectors);
    checks.check(checker, slab, builder);
    return builder.build();
  }

  /**
   * Those of the rows that are written.
   *
   * @throws simile.log.CommitConflictException if an id exists that must not
   */
  Judged judge(SplitSlab slab, RecordBatch batch, SortedRows rows, LineChecks checks)
      throws IOException {
    return switch (plan.merging().mode()) {
      case LATEST -> new Judged(batch, rows, 0);
      case SKIP_EXISTING, FAIL_ON_EXISTING -> {
        SortedRows kept = existing.judge(batch, rows);
        yield new Judged(batch, kept, rows.size() - kept.size());
      }
      case NEWER -> compare(slab, batch, rows, checks, ConflictSink.NONE);
    };
  }

  /**
   * As {@link #judge}, but looks at the records that the store has, whatever the mode.
   *
   * @param conflicts hears of them
   */
  Judged compare(
      SplitSlab slab, RecordBatch batch, SortedRows rows, LineChecks checks, ConflictSink conflicts)
      throws IOException {
    return merged.of(slab, batch, rows, judge.judge(batch, rows, conflicts), checks);
  }

  private static Resolution resolution(MergeMode mode) {
    return switch (mode) {
      case LATEST -> Resolution.INCOMING;
      case SKIP_EXISTING, FAIL_ON_EXISTING -> Resolution.STORED;
      case NEWER -> Resolution.NEWER;
    };
  }
}
