package simile.jobs.imports;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simile.conflict.Conflict;
import simile.files.StoreFiles;
import simile.ingest.CollectionPlan;
import simile.ingest.CollectionPreview;
import simile.ingest.Gate;
import simile.ingest.PreviewCounts;
import simile.input.InputOpener;
import simile.log.CollectionKey;

/** What an import would do: each conflict, and the counts. Runs in this process. */
public final class ImportPreview {
  private final List<CollectionPlan> plans;
  private final Gate gate;
  private final Instant submittedAt;
  private final StoreFiles files;
  private final InputOpener inputs;

  ImportPreview(
      List<CollectionPlan> plans,
      Gate gate,
      Instant submittedAt,
      StoreFiles files,
      InputOpener inputs) {
    this.plans = plans;
    this.gate = gate;
    this.submittedAt = submittedAt;
    this.files = files;
    this.inputs = inputs;
  }

  /** Takes conflicts. */
  @FunctionalInterface
  public interface Sink {
    void conflict(CollectionKey collection, Conflict conflict) throws IOException;
  }

  /**
   * What was counted.
   *
   * @param version the version that the input was compared with
   * @param counts over all collections
   * @param failure why the import would fail its gate, so that nothing of this would happen; empty
   *     if it would not
   */
  public record Result(long version, PreviewCounts counts, Optional<String> failure) {}

  Result run(Sink sink) throws IOException {
    PreviewCounts counts = PreviewCounts.NONE;
    for (CollectionPlan plan : plans) {
      CollectionPreview preview = new CollectionPreview(plan, submittedAt, files, inputs);
      counts = counts.plus(preview.run(conflict -> sink.conflict(plan.key(), conflict)));
    }
    return new Result(plans.get(0).merging().baseVersion(), counts, gate.failure(counts.read()));
  }
}
