package simile.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.beam.sdk.util.ReleaseInfo;
import simile.lineage.EventType;
import simile.lineage.LineageEvent;
import simile.log.Commit;
import simile.log.Counts;
import simile.log.Operation;
import simile.store.Store;
import simile.workflow.Status;
import simile.workflow.Workflow;

/** Makes lineage events of runs. */
final class LineageEvents {
  private static final String RUNNER = "runner";

  private LineageEvents() {}

  static LineageEvent start(Store store, Run run, Instant now) throws IOException {
    return event(
        EventType.START,
        now,
        store,
        run,
        LineageDatasets.begun(store, run),
        Optional.empty(),
        facts(store, run));
  }

  static LineageEvent end(Store store, Run run, Workflow how, Optional<Commit> last, Instant now)
      throws IOException {
    List<Commit> entries = entries(store, last);
    SortedMap<String, String> facts = facts(store, run);
    last.ifPresent(entry -> facts.put("version", Long.toString(entry.version())));
    entries.stream()
        .map(Commit::counts)
        .reduce(Counts::plus)
        .ifPresent(counts -> put(facts, counts));
    Optional<String> error =
        how.status() == Status.FAILED ? Optional.of(error(how)) : Optional.empty();
    return event(
        type(how.status()),
        now,
        store,
        run,
        LineageDatasets.ended(store, run, how, entries),
        error,
        facts);
  }

  private static LineageEvent event(
      EventType type,
      Instant now,
      Store store,
      Run run,
      LineageDatasets datasets,
      Optional<String> error,
      SortedMap<String, String> facts) {
    return new LineageEvent(
        type,
        now,
        id(store, run),
        String.join(".", run.type(), word(run.context()), word(run.collection())),
        datasets.inputs(),
        datasets.outputs(),
        "Apache Beam, " + run.metadata().getOrDefault(RUNNER, "no") + " runner",
        ReleaseInfo.getReleaseInfo().getSdkVersion(),
        error,
        facts);
  }

  /** The same for all events of one attempt; another attempt is another run. */
  private static UUID id(Store store, Run run) {
    String name = String.join("\n", store.files().root(), run.id(), run.submittedAt().toString());
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
  }

  private static String word(String name) {
    return name.equals("*") ? "all" : name;
  }

  private static EventType type(Status status) {
    return switch (status) {
      case COMPLETED -> EventType.COMPLETE;
      case CANCELLED -> EventType.ABORT;
      case PENDING, PROCESSING, FAILED -> EventType.FAIL;
    };
  }

  private static String error(Workflow how) {
    List<String> errors = how.errorLog();
    return errors.isEmpty() ? "the run failed" : errors.get(errors.size() - 1);
  }

  /** A compaction commits each group by itself. */
  private static List<Commit> entries(Store store, Optional<Commit> last) throws IOException {
    if (last.filter(entry -> entry.operation() == Operation.COMPACT).isEmpty()) {
      return last.stream().toList();
    }
    String run = last.get().runId();
    try (Stream<Commit> history = store.log().history()) {
      return history.filter(entry -> entry.runId().equals(run)).toList();
    }
  }

  private static SortedMap<String, String> facts(Store store, Run run) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("run_id", run.id());
    facts.put("store", store.files().root());
    return facts;
  }

  private static void put(SortedMap<String, String> facts, Counts counts) {
    facts.put("records_read", Long.toString(counts.read()));
    facts.put("records_accepted", Long.toString(counts.accepted()));
    facts.put("records_rejected", Long.toString(counts.rejected()));
    facts.put("deletions", Long.toString(counts.deletions()));
    facts.put("rows_written", Long.toString(counts.rows()));
  }
}
