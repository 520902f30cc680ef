package simile.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import simile.contract.Contract;
import simile.input.FileFormat;
import simile.input.Split;
import simile.log.CollectionKey;
import simile.record.Schema;
import simile.segment.write.SegmentOptions;

/**
 * What a run does to one collection.
 *
 * @param key the collection
 * @param contract what records must be
 * @param dimension of embeddings; -1 where nothing says it yet, so that the first vector of the
 *     input does
 * @param splits the input, numbered on from the collections before it; may be none
 * @param limits how much is held at once
 * @param segments how segments are written
 * @param vectors an NPZ that brings vectors by id, as a Beam file name; empty for none
 * @param merging what becomes of records whose ids exist
 */
public record CollectionPlan(
    CollectionKey key,
    Contract contract,
    int dimension,
    List<Split> splits,
    ReadLimits limits,
    SegmentOptions segments,
    String vectors,
    Merging merging)
    implements Serializable {

  public CollectionPlan {
    splits = List.copyOf(splits);
  }

  /** The same with another merge. */
  public CollectionPlan with(Merging other) {
    return new CollectionPlan(key, contract, dimension, splits, limits, segments, vectors, other);
  }

  /** The same with a dimension. */
  CollectionPlan withDimension(int found) {
    return new CollectionPlan(key, contract, found, splits, limits, segments, vectors, merging);
  }

  /** The same with other input. */
  CollectionPlan with(List<Split> others) {
    return new CollectionPlan(key, contract, dimension, others, limits, segments, vectors, merging);
  }

  /** Whether the first vector is to say what the dimension is. */
  boolean lacksDimension() {
    return dimension < 0 && contract.embeds();
  }

  /** How rows are stored. */
  public Schema schema() {
    return dimension < 0
        ? contract.schema()
        : contract.schema().withDimension(OptionalInt.of(dimension));
  }

  /** Whether what is written depends on what the base version holds. */
  public boolean judges() {
    return merging.judges() || readsRecords();
  }

  /** Whether it depends on records, not only on which ids there are. */
  boolean readsRecords() {
    return merging.mode() == MergeMode.NEWER || bringsVectors();
  }

  /** Whether the input has vectors without records, which are written with those that are there. */
  private boolean bringsVectors() {
    return splits.stream()
        .flatMap(split -> split.pieces().stream())
        .anyMatch(piece -> piece.file().format() == FileFormat.NPZ);
  }

  boolean owns(int split) {
    return !splits.isEmpty()
        && split >= splits.get(0).number()
        && split <= splits.get(splits.size() - 1).number();
  }
}
