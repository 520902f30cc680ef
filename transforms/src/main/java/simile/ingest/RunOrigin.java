package simile.ingest;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import simile.ledger.InputLedger;

/**
 * What kind of work a run is, and why it runs.
 *
 * @param details what its entry in the log says of it, beside what every run says
 */
public record RunOrigin(SortedMap<String, String> details) implements Serializable {
  /** Someone asked for an ingest. */
  public static final RunOrigin INGEST = new RunOrigin(new TreeMap<>());

  public RunOrigin {
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
  }

  /**
   * An import.
   *
   * @param formats what was imported, for people, such as {@code parquet, npz}
   */
  public static RunOrigin importing(String formats) {
    return new RunOrigin(new TreeMap<>(Map.of(RunDetails.IMPORT, formats)));
  }

  public boolean isImport() {
    return details.containsKey(RunDetails.IMPORT);
  }

  /**
   * A window of a stream.
   *
   * @param stream the stream's run
   * @param folder what it watches
   */
  public static RunOrigin watching(String stream, String folder) {
    return new RunOrigin(
        new TreeMap<>(Map.of(InputLedger.WATCH, stream, RunDetails.WATCHED, folder)));
  }

  /** An ingest of what another run rejected. */
  public static RunOrigin replaying(String run) {
    return new RunOrigin(new TreeMap<>(Map.of(RunDetails.REPLAYS, run)));
  }
}
