package simile.export;

import java.io.IOException;
import java.util.List;
import simile.connectors.OutputFiles;
import simile.connectors.WrittenFile;
import simile.log.CommitConflictException;

/** Publishes an export as one file: made aside, then renamed. */
final class FilePublisher {
  private static final String JOINED = "joined";

  private final ExportPlan plan;
  private final OutputFiles files;
  private final RowSinks sinks;
  private final Wanted wanted;

  FilePublisher(ExportPlan plan, OutputFiles files, RowSinks sinks, Wanted wanted) {
    this.plan = plan;
    this.files = files;
    this.sinks = sinks;
    this.wanted = wanted;
  }

  /** Where the file is made; once it is gone from there it is published. */
  static String joined(ExportOutput output, String runId) {
    return output.unfinished(runId) + "/" + JOINED;
  }

  /**
   * Publishes.
   *
   * @param made one attempt of each part, in the order of parts
   */
  ExportManifest publish(List<PartFile> made, ExportManifest draft) throws IOException {
    ExportOutput output = plan.output();
    String joined = joined(output, plan.runId());
    WrittenFile file = join(made, joined);
    String minId = made.isEmpty() ? "" : made.get(0).minId();
    String maxId = made.isEmpty() ? "" : made.get(made.size() - 1).maxId();
    ExportManifest manifest =
        draft.withFiles(
            List.of(
                new ExportedFile(
                    output.file(), file.records(), file.bytes(), file.sha256(), minId, maxId)));
    files.replace(
        plan.unfinished() + "/" + ExportManifest.FILE, ExportManifestJson.toBytes(manifest));
    wanted.require();
    if (files.exists(output.file()) && !output.overwrite()) {
      throw new CommitConflictException(
          "nothing was published: '%s' came there meanwhile".formatted(output.place()));
    }
    files.move(joined, output.file());
    files.sync(List.of(""));
    return manifest;
  }

  private WrittenFile join(List<PartFile> made, String joined) throws IOException {
    files.delete(joined); // of an end that is repeated
    if (plan.isPieces() || made.isEmpty()) {
      return sinks.join(made, joined);
    }
    PartFile whole = made.get(0);
    files.move(whole.path(), joined);
    return new WrittenFile(joined, whole.rows(), whole.bytes(), whole.sha256());
  }
}
