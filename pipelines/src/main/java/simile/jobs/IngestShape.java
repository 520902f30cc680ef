package simile.jobs;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import simile.connectors.LocalCopy;
import simile.contract.Contract;
import simile.ingest.CollectionPlan;
import simile.ingest.MergeMode;
import simile.ingest.Merging;
import simile.input.SourceFile;
import simile.input.Split;
import simile.input.SplitPlanner;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.State;
import simile.segment.write.SegmentOptions;

/**
 * How an ingest is planned, whatever files it is of: those of a batch, or of a window of a stream.
 *
 * @param key the collection
 * @param segments how segments are written
 * @param limits how much is held at once
 * @param embeddings an NPZ that brings vectors by id; empty for none
 * @param merge what becomes of records whose ids exist
 */
public record IngestShape(
    CollectionKey key,
    SegmentOptions segments,
    InputLimits limits,
    String embeddings,
    MergeMode merge)
    implements Serializable {

  /** What the arguments of an ingest ask for. */
  public static IngestShape of(IngestArgs args) {
    return new IngestShape(
        new CollectionKey(args.context(), args.collection()),
        args.segments(),
        args.limits(),
        args.embeddings().map(LocalCopy::absolute).orElse(""),
        args.merge());
  }

  /**
   * Plans.
   *
   * @param read the version that decides which ids exist
   * @param files in the order of the input
   */
  public CollectionPlan plan(State read, Contract contract, List<SourceFile> files)
      throws IOException {
    Optional<CollectionState> stored = read.collection(key);
    List<Split> splits = SplitPlanner.plan(files, limits.splitBytes());
    OptionalInt dimension = DimensionChoice.of(this, contract, stored);
    return plan(read, contract, splits, dimension);
  }

  /** The same without a look into the files: for what will not be worked on. */
  public CollectionPlan unread(State read, Contract contract, List<SourceFile> files) {
    List<Split> splits = SplitPlanner.plan(files, limits.splitBytes());
    return plan(read, contract, splits, OptionalInt.empty());
  }

  private CollectionPlan plan(
      State read, Contract contract, List<Split> splits, OptionalInt dimension) {
    return new CollectionPlan(
        key,
        contract,
        dimension.orElse(-1),
        splits,
        limits.toRead(),
        segments,
        embeddings,
        new Merging(merge, read.version()));
  }
}
