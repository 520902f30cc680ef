package simile.watch;

import java.io.IOException;
import java.io.Serializable;
import java.util.Set;
import simile.ledger.FileVersion;
import simile.ledger.InputLedger;
import simile.log.CommitLog;

/**
 * The window that is being worked on.
 *
 * @param run its run; empty for none
 * @param files its files
 */
record UnderWay(String run, Set<FileVersion> files) implements Serializable {
  static final UnderWay NONE = new UnderWay("", Set.of());

  UnderWay {
    files = Set.copyOf(files);
  }

  /**
   * Whether the log has the last word on it: its entry, or one that has any of its files, after
   * which it cannot commit any more.
   */
  boolean isOver(CommitLog log, InputLedger ledger) throws IOException {
    return run.isEmpty()
        || files.stream().anyMatch(ledger::isIngested)
        || log.byRun(run).isPresent();
  }
}
