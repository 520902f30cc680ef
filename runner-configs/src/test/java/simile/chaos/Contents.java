package simile.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import simile.log.Commit;
import simile.log.Counts;
import simile.segment.DataFile;
import simile.store.Store;

/**
 * What a store holds and what a run says that it did, whatever ran it.
 *
 * @param records with their vectors, as a query prints them
 * @param counts read, blank, accepted, rejected, deletions, rows, bytes read, of the run's entry
 * @param violations by rule
 * @param audit what was rejected, word for word, with every rule that it broke
 */
record Contents(
    LineSum records, List<Long> counts, SortedMap<String, Long> violations, LineSum audit) {

  /**
   * Reads a store.
   *
   * @throws AssertionError if the run has no entry
   */
  static Contents of(String location, String run) throws IOException {
    Store store = Store.open(location);
    LineSum records = LineSum.of(store);
    Optional<Commit> entry = store.log().byRun(run);
    Commit commit = entry.orElseThrow(() -> new AssertionError("no entry of run " + run));
    LineSum audit = LineSum.NONE;
    for (DataFile file : commit.audit()) {
      audit = audit.plus(audit(store, file));
    }
    return new Contents(records, numbers(commit.counts()), commit.violationsByRule(), audit);
  }

  /** Where the files are cut and how large they are is not what a run says. */
  private static List<Long> numbers(Counts counts) {
    return List.of(
        counts.read(),
        counts.blank(),
        counts.accepted(),
        counts.rejected(),
        counts.deletions(),
        counts.rows(),
        counts.bytesRead());
  }

  private static LineSum audit(Store store, DataFile file) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Channels.newInputStream(store.files().open(file.path())), UTF_8))) {
      return LineSum.of(in);
    }
  }

  /** What differs, for a message; empty if nothing does. */
  String difference(Contents other) {
    Map<String, List<Object>> parts =
        Map.of(
            "records", List.of(records.lines(), other.records.lines()),
            "counts", List.of(counts, other.counts),
            "violations", List.of(violations, other.violations),
            "audit", List.of(audit.lines(), other.audit.lines()));
    return equals(other) ? "" : "differs: " + parts;
  }
}
