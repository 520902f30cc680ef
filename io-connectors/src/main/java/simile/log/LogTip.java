package simile.log;

import java.io.IOException;

/** The newest entry that this process knows of, and what the log says up to there. */
final class LogTip {
  private final LogFiles files;
  private final LogReader reader;
  private Replay replay;
  private long checkpointed;

  LogTip(LogFiles files) throws IOException {
    this.files = files;
    this.reader = new LogReader(files);
    LogListing listing = files.list();
    this.replay = reader.load(listing, listing.latest());
    this.checkpointed = listing.latestCheckpoint();
  }

  /** Reads what others appended since. */
  Replay refresh() throws IOException {
    LogListing listing = files.list();
    if (listing.latest() < replay.version()) {
      throw new CorruptLogException(
          "%s was there and is gone; was the store replaced while it was open?"
              .formatted(LogFiles.entry(replay.version())));
    }
    try {
      reader.catchUp(replay, listing.latest());
    } finally {
      checkpointed = Math.max(checkpointed, listing.latestCheckpoint());
    }
    return replay;
  }

  /** Takes in an entry that this process has just appended. */
  void advance(StoredCommit appended) throws CorruptLogException {
    replay.apply(appended);
  }

  /** Entries since the newest checkpoint. */
  long sinceCheckpoint() {
    return replay.version() - checkpointed;
  }

  void writeCheckpoint() throws IOException {
    files.putCheckpoint(replay.version(), CheckpointJson.toBytes(replay.checkpoint()));
    checkpointed = replay.version();
  }

  LogReader reader() {
    return reader;
  }

  LogFiles files() {
    return files;
  }
}
