package simile.jobs;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.ingest.CollectionPlan;
import simile.ingest.RunPlan;
import simile.input.Piece;
import simile.log.InputFile;

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
  static Run of(RunPlan plan, long bytes, List<String> command) {
    SortedMap<String, String> facts =
        new TreeMap<>(
            Map.of(
                "runner", plan.runner(),
                "splits", Integer.toString(plan.splits().size()),
                "bytes_total", Long.toString(bytes)));
    plan.collections().stream()
        .filter(CollectionPlan::judges)
        .mapToLong(collection -> collection.merging().baseVersion())
        .min()
        .ifPresent(version -> facts.put(Run.READS_VERSION, Long.toString(version)));
    facts.putAll(plan.origin().details());
    return new Run(
        plan.runId(),
        plan.run().token(),
        plan.origin().isImport() ? "import" : TYPES.getOrDefault(plan.collectionNames(), "ingest"),
        plan.contexts(),
        plan.collectionNames(),
        plan.submittedAt(),
        facts,
        command,
        inputs(plan));
  }

  private static List<InputFile> inputs(RunPlan plan) {
    return plan.splits().stream()
        .flatMap(split -> split.pieces().stream())
        .map(Piece::file)
        .distinct()
        .map(file -> new InputFile(file.name(), file.stamp().bytes(), file.stamp().tag()))
        .toList();
  }
}
