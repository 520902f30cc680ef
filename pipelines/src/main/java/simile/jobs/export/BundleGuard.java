package simile.jobs.export;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import simile.bundle.Bundle;
import simile.bundle.BundleJson;
import simile.bundle.BundlePaths;
import simile.bundle.TarIndex;
import simile.connectors.OutputFiles;
import simile.export.ExportOutput;
import simile.store.Store;
import simile.workflow.Status;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** Looks after the place where a bundle goes. */
final class BundleGuard {
  private final Store store;
  private final String runId;
  private final ExportOutput output;
  private final OutputFiles files;
  private final OutputGuard guard;

  /**
   * @param version the version that is exported
   * @param files the output's folder
   */
  BundleGuard(
      BundleArgs args, Store store, Clock clock, String runId, long version, OutputFiles files) {
    this.store = store;
    this.runId = runId;
    this.output = args.place();
    this.files = files;
    this.guard = new OutputGuard(store, clock, runId, args.digest(version), output, files);
  }

  /**
   * What this run has published already: then it is completed, and a bundle is there.
   *
   * @throws simile.jobs.RefusedException if the run's id was used for something else
   */
  Optional<Bundle> published() throws IOException {
    guard.requireUnused();
    boolean completed =
        new Workflows(store.files())
            .read(runId)
            .map(Workflow::status)
            .filter(Status.COMPLETED::equals)
            .isPresent();
    String name = output.isFile() ? output.file() : BundlePaths.INDEX;
    return completed && files.exists(name) ? Optional.of(index()) : Optional.empty();
  }

  /** Makes sure that the place is free, or may be taken. */
  void requireFree() throws IOException {
    guard.requireFree();
  }

  /** What {@code bundle.json} says, which is there. */
  Bundle index() throws IOException {
    String name = output.isFile() ? output.file() : BundlePaths.INDEX;
    try (InputStream in = files.read(name)) {
      byte[] index = output.isFile() ? TarIndex.read(in) : in.readAllBytes();
      return BundleJson.fromBytes(index, output.place());
    }
  }

  /** Deletes what unfinished exports left, this run's own included. */
  void clear() throws IOException {
    guard.clear();
  }
}
