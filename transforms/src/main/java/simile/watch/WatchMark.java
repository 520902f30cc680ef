package simile.watch;

import java.io.Serializable;
import java.util.Set;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import simile.ledger.FileVersion;

/**
 * What a runner keeps of a watcher. It only sets the pace: without it, or with an old one, work is
 * done in vain, and nothing is committed twice or lost.
 *
 * @param seen the versions of files that the last look found, and that were not ingested
 * @param underWay the window that was being worked on
 */
record WatchMark(Set<FileVersion> seen, UnderWay underWay) implements CheckpointMark, Serializable {
  static final WatchMark NONE = new WatchMark(Set.of(), UnderWay.NONE);

  WatchMark {
    seen = Set.copyOf(seen);
  }

  @Override
  public void finalizeCheckpoint() {
    // What is done, the log says.
  }
}
