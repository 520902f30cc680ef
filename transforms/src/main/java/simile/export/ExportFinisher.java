package simile.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.connectors.OutputFiles;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.Operation;
import simile.store.CollectionSnapshot;
import simile.store.Store;

/**
 * Ends an export: takes one attempt of each part, requires every part, and publishes. Running it
 * again, for a retry or a duplicate, finds what the first call did.
 */
public final class ExportFinisher {
  private final ExportPlan plan;
  private final Store store;
  private final OutputFiles files;

  /**
   * @param files the output's folder
   */
  public ExportFinisher(ExportPlan plan, Store store, OutputFiles files) {
    this.plan = plan;
    this.store = store;
    this.files = files;
  }

  /**
   * Publishes.
   *
   * @throws CommitFencedException if the run was cancelled; nothing was published
   * @throws IOException if the output cannot be written; nothing looks complete
   */
  public ExportOutcome finish(Iterable<ExportResult> all) throws IOException {
    List<ExportResult> results = ExportResults.oneOfEach(all, plan.parts());
    Optional<ExportManifest> done = published();
    if (done.isPresent()) {
      return done.get().outcome();
    }
    CollectionSnapshot read = plan.source().open(store);
    List<PartFile> made = results.stream().flatMap(result -> result.files().stream()).toList();
    requireWanted();
    return publish(read, made).outcome();
  }

  private ExportManifest publish(CollectionSnapshot read, List<PartFile> made) throws IOException {
    RowSinks sinks = Formats.of(plan.shape(), read, store.files(), files);
    if (plan.output().isFile()) {
      return new FilePublisher(plan, files, sinks, this::requireWanted)
          .publish(made, plan.draft(read.contract()));
    }
    byte[] contract = store.files().read(read.contract().path());
    return new FolderPublisher(plan, files, sinks, this::requireWanted)
        .publish(made, plan.draft(read.contract()), contract);
  }

  /** What this very run has published already. */
  public static Optional<ExportManifest> published(
      ExportOutput output, String runId, OutputFiles files) throws IOException {
    String path =
        output.isFile()
            ? output.unfinished(runId) + "/" + ExportManifest.FILE
            : ExportManifest.FILE;
    boolean isHere =
        !output.isFile()
            || (files.exists(output.file()) && !files.exists(FilePublisher.joined(output, runId)));
    return ExportManifestJson.find(files, path)
        .filter(found -> found.runId().equals(runId) && isHere);
  }

  /**
   * Takes back what a run has published: for one that was cancelled in the very moment. Does
   * nothing if it has published nothing.
   */
  public static void retract(ExportOutput output, String runId, OutputFiles files)
      throws IOException {
    Optional<ExportManifest> manifest = published(output, runId, files);
    if (manifest.isEmpty()) {
      return;
    }
    if (output.isFile()) {
      files.delete(output.file());
      return;
    }
    List<String> names =
        new ArrayList<>(manifest.get().files().stream().map(ExportedFile::path).toList());
    names.add(ExportManifest.CONTRACT);
    new Publication(names).retract(files, output.unfinished(runId), ExportManifest.FILE);
  }

  private Optional<ExportManifest> published() throws IOException {
    return published(plan.output(), plan.runId(), files);
  }

  private void requireWanted() throws IOException {
    Optional<Commit> entry = store.log().byRun(plan.runId());
    if (entry.isPresent() && entry.get().operation() == Operation.FENCE) {
      throw new CommitFencedException(
          "run '%s' was cancelled by version %d; nothing was published"
              .formatted(plan.runId(), entry.get().version()));
    }
  }
}
