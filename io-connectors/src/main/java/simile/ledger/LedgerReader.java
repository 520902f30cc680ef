package simile.ledger;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.files.StoreFiles;
import simile.log.CollectionKey;
import simile.log.CommitLog;

/**
 * Keeps the ledger of a collection up with its store's log: reads what was kept of it, then only
 * the entries that came since. Used by one thread.
 */
public final class LedgerReader {
  /** A ledger is put beside the log once so many entries said something new. */
  private static final int KEEP_EVERY = 64;

  private static final Logger LOG = LoggerFactory.getLogger(LedgerReader.class);

  private final CommitLog log;
  private final LedgerFiles kept;
  private final InputLedger ledger;
  private int news;

  private LedgerReader(CommitLog log, LedgerFiles kept, InputLedger ledger) {
    this.log = log;
    this.kept = kept;
    this.ledger = ledger;
  }

  /** The ledger as it was kept last, or an empty one: {@link #now} brings it up to date. */
  public static LedgerReader open(StoreFiles files, CommitLog log, CollectionKey key)
      throws IOException {
    LedgerFiles kept = new LedgerFiles(files, log, key);
    InputLedger ledger =
        kept.newest().map(saved -> new InputLedger(key, saved)).orElse(new InputLedger(key));
    return new LedgerReader(log, kept, ledger);
  }

  /** The ledger as of the newest entry. */
  public InputLedger now() throws IOException {
    long latest = log.latestVersion();
    while (ledger.version() < latest) {
      if (ledger.apply(log.read(ledger.version() + 1))) {
        news++;
      }
    }
    if (news >= KEEP_EVERY) {
      keep();
    }
    return ledger;
  }

  private void keep() {
    try {
      kept.put(ledger.saved());
      news = 0;
    } catch (IOException e) {
      LOG.warn("What was ingested was not put beside the log: {}", e.toString());
    }
  }
}
