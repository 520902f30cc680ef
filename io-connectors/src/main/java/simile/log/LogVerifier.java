package simile.log;

import java.io.IOException;
import java.util.List;
import simile.files.StoreFiles;

/**
 * The store's invariants that concern the log: entries numbered without gaps, each naming its
 * parent's hash and holding its own checksum, times that never go back, segments removed only while
 * live, and every path inside the store.
 */
public final class LogVerifier {
  private final LogFiles files;

  public LogVerifier(StoreFiles files) {
    this.files = new LogFiles(files);
  }

  /**
   * Checks the log since its newest checkpoint, as every run does before it commits.
   *
   * @return the version checked up to
   * @throws CorruptLogException if it is damaged
   */
  public long requireUnbroken() throws IOException {
    LogListing listing = files.list();
    return new LogReader(files).load(listing, listing.latest()).version();
  }

  /**
   * Checks every entry from the first on.
   *
   * @return the version checked up to
   * @throws CorruptLogException if any entry is damaged or missing
   */
  public long requireWhole() throws IOException {
    LogListing listing = files.list();
    LogListing entriesOnly = new LogListing(listing.entries(), List.of());
    return new LogReader(files).load(entriesOnly, listing.latest()).version();
  }

  /**
   * Reads every entry and checkpoint, and does not stop at what is damaged.
   *
   * @throws NewerFormatException if an entry is from a newer version of Simile, which this one must
   *     not judge
   */
  public LogSurvey survey() throws IOException {
    return new LogSurveyor(files, files.list()).survey();
  }
}
