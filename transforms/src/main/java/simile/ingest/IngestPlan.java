package simile.ingest;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import simile.contract.Contract;
import simile.input.Split;
import simile.record.Schema;
import simile.segment.write.SegmentOptions;

/**
 * All that an ingest needs to know, fixed when it is submitted; the same on every worker.
 *
 * @param store where the store is
 * @param runId the run
 * @param token its idempotency token
 * @param argumentsSha256 of its arguments in canonical form
 * @param context the context to write to
 * @param collection the collection to write to
 * @param contract what records must be
 * @param dimension of embeddings, or -1 where the input has none
 * @param submittedAt the time that stamps records without one
 * @param splits the whole input
 * @param maxLineBytes the longest line that is no violation
 * @param slabBytes about how much input becomes one segment
 * @param segments how segments are written
 * @param vectors an NPZ that brings vectors by id, as a Beam file name; empty for none
 * @param gate how many rejected records are too many
 * @param runner what runs it, for people
 * @param progress a local file that takes progress; empty for none
 * @param merge what becomes of records whose ids exist
 * @param baseVersion the version that says which ids exist; means something unless the merge is
 *     {@link MergeMode#LATEST}
 * @param replays the run whose rejected records it takes again; empty for none
 */
public record IngestPlan(
    String store,
    String runId,
    String token,
    String argumentsSha256,
    String context,
    String collection,
    Contract contract,
    int dimension,
    Instant submittedAt,
    List<Split> splits,
    int maxLineBytes,
    int slabBytes,
    SegmentOptions segments,
    String vectors,
    Gate gate,
    String runner,
    String progress,
    MergeMode merge,
    long baseVersion,
    String replays)
    implements Serializable {

  public IngestPlan {
    splits = List.copyOf(splits);
  }

  /** An ingest that replaces records whose ids exist, and replays no other. */
  public IngestPlan(
      String store,
      String runId,
      String token,
      String argumentsSha256,
      String context,
      String collection,
      Contract contract,
      int dimension,
      Instant submittedAt,
      List<Split> splits,
      int maxLineBytes,
      int slabBytes,
      SegmentOptions segments,
      String vectors,
      Gate gate,
      String runner,
      String progress) {
    this(
        store,
        runId,
        token,
        argumentsSha256,
        context,
        collection,
        contract,
        dimension,
        submittedAt,
        splits,
        maxLineBytes,
        slabBytes,
        segments,
        vectors,
        gate,
        runner,
        progress,
        MergeMode.LATEST,
        0,
        "");
  }

  /** The same with another merge, judged by a version. */
  public IngestPlan merging(MergeMode mode, long version) {
    return new IngestPlan(
        store,
        runId,
        token,
        argumentsSha256,
        context,
        collection,
        contract,
        dimension,
        submittedAt,
        splits,
        maxLineBytes,
        slabBytes,
        segments,
        vectors,
        gate,
        runner,
        progress,
        mode,
        version,
        replays);
  }

  /** How rows are stored. */
  public Schema schema() {
    return dimension < 0
        ? contract.schema()
        : contract.schema().withDimension(OptionalInt.of(dimension));
  }
}
