package simile.jobs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import simile.ingest.IngestPlan;

/** An ingest as a run. */
final class IngestRun {

  /** What an ingest is called by what it makes; one of a user's own collection is an ingest. */
  private static final Map<String, String> TYPES =
      Map.of(
          "analogies", "analogy_creation",
          "frames", "frame_expansion",
          "concepts", "concept_batch",
          "clusters", "cluster_update");

  private IngestRun() {}

  static Run of(IngestPlan plan) {
    return new Run(
        plan.runId(),
        plan.token(),
        TYPES.getOrDefault(plan.collection(), "ingest"),
        plan.context(),
        plan.collection(),
        plan.submittedAt(),
        new TreeMap<>(
            Map.of("runner", plan.runner(), "splits", Integer.toString(plan.splits().size()))),
        List.of());
  }
}
