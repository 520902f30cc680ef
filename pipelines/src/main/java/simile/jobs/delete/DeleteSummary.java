package simile.jobs.delete;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import simile.delete.DeleteDetails;
import simile.ingest.RunDetails;
import simile.jobs.RunSummary;
import simile.log.Commit;

/**
 * How a delete ended, as its entry in the log tells.
 *
 * @param run what all runs have
 * @param readVersion the version that it read
 * @param live how many ids had a live record in that version
 * @param notFound how many had none
 * @param notFoundIds the first few of those
 * @param reason why
 */
public record DeleteSummary(
    RunSummary run,
    long readVersion,
    long live,
    long notFound,
    List<String> notFoundIds,
    Optional<String> reason) {

  public DeleteSummary {
    notFoundIds = List.copyOf(notFoundIds);
  }

  static DeleteSummary of(Commit commit) {
    Map<String, String> details = commit.details();
    String missing = details.getOrDefault(DeleteDetails.NOT_FOUND_IDS, "");
    return new DeleteSummary(
        RunSummary.of(commit),
        number(details, DeleteDetails.READ_VERSION),
        number(details, DeleteDetails.LIVE),
        number(details, DeleteDetails.NOT_FOUND),
        missing.isEmpty() ? List.of() : List.of(missing.split("\n")),
        Optional.ofNullable(details.get(RunDetails.REASON)));
  }

  private static long number(Map<String, String> details, String name) {
    return Long.parseLong(details.getOrDefault(name, "0"));
  }
}
