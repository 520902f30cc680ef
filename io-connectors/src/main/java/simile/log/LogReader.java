package simile.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replays the log: from the newest checkpoint that is whole, else from its first entry. */
final class LogReader {
  private final LogFiles files;

  LogReader(LogFiles files) {
    this.files = files;
  }

  /**
   * @param version up to which entry; at most the listing's latest
   */
  Replay load(LogListing listing, long version) throws IOException {
    requireEntries(listing);
    List<Long> checkpoints = listing.checkpoints();
    Replay replay = new Replay();
    for (int i = checkpoints.size() - 1; i >= 0 && replay.version() == 0; i--) {
      if (checkpoints.get(i) <= version) {
        replay = fromCheckpoint(checkpoints.get(i)).orElse(replay);
      }
    }
    catchUp(replay, version);
    return replay;
  }

  /** Applies the entries up to a version. */
  void catchUp(Replay replay, long version) throws IOException {
    while (replay.version() < version) {
      replay.apply(files.read(replay.version() + 1));
    }
  }

  // A log that lost its newest entries can show only by a checkpoint that is ahead of it.
  private static void requireEntries(LogListing listing) throws CorruptLogException {
    if (listing.latestCheckpoint() > listing.latest()) {
      throw new CorruptLogException(
          "%s is missing, but %s is there. Restore the log from a copy of the store"
              .formatted(
                  LogFiles.entry(listing.latestCheckpoint()),
                  LogFiles.checkpoint(listing.latestCheckpoint())));
    }
  }

  private Optional<Replay> fromCheckpoint(long version) throws IOException {
    try {
      String name = LogFiles.checkpoint(version);
      Checkpoint checkpoint = CheckpointJson.fromBytes(files.readCheckpoint(version), name);
      StoredCommit entry = files.read(version);
      if (checkpoint.state().version() != version
          || !checkpoint.entrySha256().equals(entry.sha256())) {
        throw new CorruptLogException(name + " does not belong to " + LogFiles.entry(version));
      }
      return Optional.of(new Replay(checkpoint, entry));
    } catch (CorruptLogException | NewerFormatException | NoSuchFileException e) {
      log().warn("Passing over a checkpoint, which only makes opening slower: {}", e.getMessage());
      return Optional.empty();
    }
  }

  // Asked for when there is something to say: where the class path is long, finding it takes longer
  // than all else that opens a store.
  private static Logger log() {
    return LoggerFactory.getLogger(LogReader.class);
  }
}
