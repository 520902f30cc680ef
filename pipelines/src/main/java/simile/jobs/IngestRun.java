package simile.jobs;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.ingest.IngestPlan;
import simile.ingest.MergeMode;
import simile.ingest.RunDetails;

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

  /**
   * Describes the run.
   *
   * @param bytes of input
   * @param command the command line that does the same again
   */
  static Run of(IngestPlan plan, long bytes, List<String> command) {
    SortedMap<String, String> facts =
        new TreeMap<>(
            Map.of(
                "runner", plan.runner(),
                "splits", Integer.toString(plan.splits().size()),
                "bytes_total", Long.toString(bytes)));
    if (plan.merge() != MergeMode.LATEST) {
      facts.put(Run.READS_VERSION, Long.toString(plan.baseVersion()));
    }
    if (!plan.replays().isEmpty()) {
      facts.put(RunDetails.REPLAYS, plan.replays());
    }
    return new Run(
        plan.runId(),
        plan.token(),
        TYPES.getOrDefault(plan.collection(), "ingest"),
        plan.context(),
        plan.collection(),
        plan.submittedAt(),
        facts,
        command);
  }
}
