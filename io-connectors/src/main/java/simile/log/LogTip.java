package simile.log;

import java.io.IOException;
import java.util.Optional;

/** The newest entry that this process knows of, and what the log says up to there. */
final class LogTip {
  /** Of the checkpoints but the two newest, one in so many versions is kept. */
  private static final long SPARSE_CHECKPOINTS = 1_000;

  private final LogFiles files;
  private final LogReader reader;
  private final Replay replay;
  private long checkpointed;

  LogTip(LogFiles files) throws IOException {
    this.files = files;
    this.reader = new LogReader(files);
    LogListing listing = files.list();
    this.replay = reader.load(listing, listing.latest());
    this.checkpointed = listing.latestCheckpoint();
  }

  /** Reads what others appended since; lists nothing, so that its cost does not grow. */
  Replay refresh() throws IOException {
    if (replay.version() > 0 && !files.exists(replay.version())) {
      throw new CorruptLogException(
          "%s was there and is gone; was the store replaced while it was open?"
              .formatted(LogFiles.entry(replay.version())));
    }
    Optional<StoredCommit> next = files.find(replay.version() + 1);
    while (next.isPresent()) {
      replay.apply(next.get());
      next = files.find(replay.version() + 1);
    }
    return replay;
  }

  /** Takes in an entry that this process has just appended. */
  void advance(StoredCommit appended) throws CorruptLogException {
    replay.apply(appended);
  }

  /**
   * Writes a checkpoint if so many entries follow the newest one, also counting those that others
   * wrote.
   */
  void writeCheckpointEvery(int entries) throws IOException {
    if (replay.version() - checkpointed < entries) {
      return;
    }
    LogListing listing = files.list();
    checkpointed = Math.max(checkpointed, listing.latestCheckpoint());
    if (replay.version() - checkpointed >= entries) {
      files.putCheckpoint(replay.version(), CheckpointJson.toBytes(replay.checkpoint()));
      checkpointed = replay.version();
      deleteOldCheckpoints(listing);
    }
  }

  /** Each is as large as the store's state, so only some are kept to reach old versions by. */
  private void deleteOldCheckpoints(LogListing listing) throws IOException {
    long kept = -SPARSE_CHECKPOINTS;
    for (long version : listing.checkpoints()) {
      boolean isSparse = version - kept >= SPARSE_CHECKPOINTS;
      if (isSparse) {
        kept = version;
      } else if (version < listing.latestCheckpoint()) {
        files.deleteCheckpoint(version);
      }
    }
  }

  LogReader reader() {
    return reader;
  }

  LogFiles files() {
    return files;
  }
}
