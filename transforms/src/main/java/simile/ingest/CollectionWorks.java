package simile.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The work at a collection; where the plan does not say how long vectors are, one for each length
 * that is met. Used by one thread for many splits.
 */
final class CollectionWorks {
  private final CollectionPlan plan;
  private final Function<CollectionPlan, CollectionWork> maker;
  private final Map<Integer, CollectionWork> made = new HashMap<>();

  CollectionWorks(CollectionPlan plan, Function<CollectionPlan, CollectionWork> maker) {
    this.plan = plan;
    this.maker = maker;
  }

  /** The work at slabs that belong together: the first vector among them says how long all are. */
  SlabWork begin() {
    return new SlabWork(this, of(plan.dimension()));
  }

  CollectionWork of(int dimension) {
    return made.computeIfAbsent(dimension, known -> maker.apply(plan.withDimension(known)));
  }
}
