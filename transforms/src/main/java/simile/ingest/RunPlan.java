package simile.ingest;

import java.io.Serializable;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import simile.input.Split;
import simile.log.CollectionKey;
import simile.log.RunIdentity;

/**
 * All that a run needs to know, fixed when it is submitted; the same on every worker. One entry of
 * the log changes all its collections, or none.
 *
 * @param store where the store is
 * @param run its id, its token, and the digest of its arguments
 * @param submittedAt the time that stamps records without one
 * @param gate how many rejected records are too many, over all collections
 * @param runner what runs it, for people
 * @param progress where workers tell how far they are
 * @param origin what kind of work it is, and why
 * @param collections what goes where; at least one, each once. Their splits are numbered through
 *     all of them from 0, so that positions and the names of files are unique in the run
 */
public record RunPlan(
    String store,
    RunIdentity run,
    Instant submittedAt,
    Gate gate,
    String runner,
    ProgressPlace progress,
    RunOrigin origin,
    List<CollectionPlan> collections)
    implements Serializable {

  public RunPlan {
    collections = List.copyOf(collections);
    requireDistinct(collections);
    requireNumbered(collections);
  }

  public String runId() {
    return run.runId();
  }

  /** The whole input, in its order. */
  public List<Split> splits() {
    return collections.stream().flatMap(collection -> collection.splits().stream()).toList();
  }

  /** The same without its splits: what one who works at a single split needs to know. */
  public RunPlan withoutSplits() {
    return with(collection -> collection.with(List.of()));
  }

  /** The same with other plans for its collections. */
  RunPlan with(UnaryOperator<CollectionPlan> change) {
    return new RunPlan(
        store,
        run,
        submittedAt,
        gate,
        runner,
        progress,
        origin,
        collections.stream().map(change).toList());
  }

  /** What a split is for. */
  public CollectionPlan of(Split split) {
    return of(split.number());
  }

  CollectionPlan of(int split) {
    return collections.stream()
        .filter(collection -> collection.owns(split))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the run has no split " + split));
  }

  /** The contexts, for people: one, or several joined by a comma. */
  public String contexts() {
    return collections.stream()
        .map(plan -> plan.key().context())
        .distinct()
        .collect(Collectors.joining(","));
  }

  /** The collections, for people: one, or several joined by a comma. */
  public String collectionNames() {
    return collections.stream()
        .map(plan -> plan.key().collection())
        .distinct()
        .collect(Collectors.joining(","));
  }

  private static void requireDistinct(List<CollectionPlan> collections) {
    Set<CollectionKey> seen = new HashSet<>();
    for (CollectionPlan collection : collections) {
      if (!seen.add(collection.key())) {
        throw new IllegalArgumentException("the run has two plans for " + collection.key());
      }
    }
    if (seen.isEmpty()) {
      throw new IllegalArgumentException("the run has no collection");
    }
  }

  private static void requireNumbered(List<CollectionPlan> collections) {
    int next = 0;
    for (CollectionPlan collection : collections) {
      for (Split split : collection.splits()) {
        if (split.number() != next++) {
          throw new IllegalArgumentException(
              "split %d of %s should be number %d"
                  .formatted(split.number(), collection.key(), next - 1));
        }
      }
    }
  }
}
