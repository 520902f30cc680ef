package simile.delete;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import simile.ingest.RunDetails;

/** What the commit of a delete says of it beyond the counts. */
public final class DeleteDetails {
  /** What records had to meet, see {@link simile.query.CriteriaJson}. */
  public static final String CRITERIA = "criteria";

  /** The version that the delete read. */
  public static final String READ_VERSION = "read_version";

  /** How many ids had a live record in the version read. */
  public static final String LIVE = "live";

  /** How many ids had none. */
  public static final String NOT_FOUND = "not_found";

  /** The first few of those, a line each. */
  public static final String NOT_FOUND_IDS = "not_found_ids";

  private DeleteDetails() {}

  static SortedMap<String, String> of(
      DeletePlan plan, String contract, List<DeleteResult> results, DeleteCounts counts) {
    SortedMap<String, String> details = new TreeMap<>();
    details.put(RunDetails.SUBMITTED_AT, plan.submittedAt().toString());
    details.put(RunDetails.RUNNER, plan.runner());
    details.put(RunDetails.CONTEXT, plan.context());
    details.put(RunDetails.COLLECTION, plan.collection());
    details.put(RunDetails.CONTRACT, contract);
    details.put(READ_VERSION, Long.toString(plan.version()));
    details.put(LIVE, Long.toString(counts.live()));
    details.put(NOT_FOUND, Long.toString(counts.notFound()));
    putIfAny(details, RunDetails.REASON, plan.reason());
    putIfAny(details, CRITERIA, plan.criteriaJson());
    putIfAny(details, NOT_FOUND_IDS, missing(results));
    return details;
  }

  private static String missing(List<DeleteResult> results) {
    return results.stream()
        .flatMap(result -> result.notFound().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new))
        .stream()
        .limit(DeleteResult.NAMED)
        .collect(Collectors.joining("\n"));
  }

  private static void putIfAny(SortedMap<String, String> details, String name, String value) {
    if (!value.isEmpty()) {
      details.put(name, value);
    }
  }
}
