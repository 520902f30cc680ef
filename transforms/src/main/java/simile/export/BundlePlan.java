package simile.export;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * All that the export of a bundle needs to know, fixed when it is submitted.
 *
 * @param runId the run
 * @param store where the store is
 * @param context the context
 * @param version the version that is read
 * @param committedAt when that was committed
 * @param license what the data may be used for, an identifier in lower case
 * @param historyEntries how many log entries at most
 * @param output where it goes
 * @param exports for each collection one of its records and, where it has vectors, one of these;
 *     their parts are numbered through all of them
 * @param submittedAt when it was submitted
 * @param runner what runs it, for people
 */
public record BundlePlan(
    String runId,
    String store,
    String context,
    long version,
    Instant committedAt,
    String license,
    long historyEntries,
    ExportOutput output,
    List<ExportPlan> exports,
    Instant submittedAt,
    String runner)
    implements Serializable {

  public BundlePlan {
    exports = List.copyOf(exports);
  }

  List<ExportPart> parts() {
    return exports.stream().flatMap(export -> export.parts().stream()).toList();
  }

  /** The folder of what the run has not published yet. */
  String unfinished() {
    return output.unfinished(runId);
  }
}
