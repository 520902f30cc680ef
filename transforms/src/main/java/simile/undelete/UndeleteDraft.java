package simile.undelete;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.files.StoreFiles;
import simile.ingest.Breach;
import simile.ingest.Postconditions;
import simile.ingest.RunDetails;
import simile.log.Change;
import simile.log.CollectionState;
import simile.log.Counts;
import simile.log.DraftCommit;
import simile.log.LogVerifier;
import simile.log.Operation;
import simile.segment.DataFile;
import simile.segment.Segment;

/** The entry of an undelete. */
record UndeleteDraft(
    UndeletePlan plan,
    CollectionState stored,
    List<Segment> segments,
    List<String> back,
    List<String> live,
    List<String> gone) {

  /**
   * @throws IOException if what the run wrote is not what it says
   */
  void requireWhole(StoreFiles files) throws IOException {
    Postconditions post = new Postconditions(files);
    post.checkRows(back.size(), segments);
    for (Segment segment : segments) {
      post.check(segment);
    }
    List<Breach> breaches = post.breaches();
    if (!breaches.isEmpty()) {
      throw new IOException(
          "nothing was committed: what the run wrote is not whole: " + breaches.get(0));
    }
    new LogVerifier(files).requireUnbroken();
  }

  DraftCommit commit() {
    Change change =
        new Change(
            plan.context(),
            plan.collection(),
            stored.contract(),
            stored.schema(),
            segments,
            List.of(),
            List.of(),
            List.of());
    long bytes =
        segments.stream().flatMap(s -> s.files().stream()).mapToLong(DataFile::bytes).sum();
    long rows = back.size();
    return new DraftCommit(
        Operation.UNDELETE,
        plan.runId(),
        plan.token(),
        plan.argumentsSha256(),
        List.of(change),
        Optional.empty(),
        List.of(),
        new Counts(rows, 0, rows, 0, 0, rows, 0, bytes),
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        details());
  }

  private SortedMap<String, String> details() {
    SortedMap<String, String> details = new TreeMap<>();
    details.put(RunDetails.SUBMITTED_AT, plan.submittedAt().toString());
    details.put(RunDetails.RUNNER, "none");
    details.put(RunDetails.CONTEXT, plan.context());
    details.put(RunDetails.COLLECTION, plan.collection());
    details.put(RunDetails.CONTRACT, stored.contract().id() + " " + stored.contract().version());
    details.put("already_live", Integer.toString(live.size()));
    details.put("gone", Integer.toString(gone.size()));
    if (!plan.reason().isEmpty()) {
      details.put(RunDetails.REASON, plan.reason());
    }
    return details;
  }
}
