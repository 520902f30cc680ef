package simile.jobs.watch;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.jobs.RunProgress;
import simile.ledger.InputLedger;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.Operation;

/** Follows a stream in the log, wherever it runs. Safe for many threads. */
final class WatchFeed {
  private static final Logger LOG = LoggerFactory.getLogger(WatchFeed.class);

  private final CommitLog log;
  private final WatchListener listener;
  private WatchSummary summary;
  private long version;

  /** Begins after the newest entry. */
  WatchFeed(CommitLog log, String stream, WatchListener listener) throws IOException {
    this.log = log;
    this.listener = listener;
    this.summary = WatchSummary.nothing(stream);
    this.version = log.latestVersion();
  }

  /** What the log has of it by now. */
  synchronized WatchSummary now() throws IOException {
    long latest = log.latestVersion();
    while (version < latest) {
      Commit entry = log.read(version + 1);
      version++;
      if (summary.stream().equals(entry.details().get(InputLedger.WATCH))) {
        summary = plus(summary, entry);
        listener.window(entry);
      }
    }
    return summary;
  }

  /** For a thread that nobody hears of. */
  void look() {
    try {
      WatchSummary unused = now();
    } catch (IOException | RuntimeException e) {
      LOG.warn("The log could not be read for news: {}", e.toString());
    }
  }

  /** For the stream's heartbeat. */
  void tell(RunProgress heart) throws IOException {
    WatchSummary done = now();
    heart.at(done.counts().read(), -1);
    heart.note("windows", Long.toString(done.windows()));
    heart.note("files", Long.toString(done.files()));
    heart.note("files_left_out", Long.toString(done.leftOut()));
    heart.made(done.version());
  }

  private static WatchSummary plus(WatchSummary so, Commit entry) {
    int files = entry.inputs().size();
    return entry.operation() == Operation.AUDIT
        ? new WatchSummary(
            so.stream(),
            so.windows(),
            so.failed() + 1,
            so.files(),
            so.leftOut() + (files == 1 ? 1 : 0),
            so.version(),
            so.counts())
        : new WatchSummary(
            so.stream(),
            so.windows() + 1,
            so.failed(),
            so.files() + files,
            so.leftOut(),
            entry.version(),
            so.counts().plus(entry.counts()));
  }
}
