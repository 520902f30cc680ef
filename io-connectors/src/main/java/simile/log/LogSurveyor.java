package simile.log;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads every entry and every checkpoint, and goes on after those that are damaged. */
final class LogSurveyor {
  private final LogFiles files;
  private final LogListing listing;
  private final Set<Long> checkpoints;
  private final Lifetimes lifetimes = new Lifetimes();
  private final List<LogFault> faults = new ArrayList<>();
  private Replay replay = new Replay();
  private boolean broken;
  private Optional<StoredCommit> before = Optional.empty();
  private long entries;

  LogSurveyor(LogFiles files, LogListing listing) {
    this.files = files;
    this.listing = listing;
    this.checkpoints = new HashSet<>(listing.checkpoints());
  }

  /**
   * @throws NewerFormatException if an entry is from a newer version of Simile
   */
  LogSurvey survey() throws IOException {
    long last = 0;
    for (long version : listing.entries()) {
      if (version > last + 1) {
        missing(last + 1, version - 1);
      }
      last = version;
      Optional<StoredCommit> entry = read(version);
      if (entry.isPresent()) {
        entries++;
        take(entry.get());
      }
      before = entry;
      broken |= entry.isEmpty();
    }
    strayCheckpoints(last);
    return new LogSurvey(
        entries,
        last,
        lifetimes.retention(),
        lifetimes.segments(),
        lifetimes.beside(),
        lifetimes.named(),
        faults);
  }

  private void missing(long from, long to) {
    String more = to > from ? ", and all to " + LogFiles.entry(to) : "";
    fault(
        LogFiles.entry(from),
        "is missing" + more + "; the log must have no gaps. Restore it from a copy of the store");
    broken = true;
    before = Optional.empty();
  }

  private Optional<StoredCommit> read(long version) throws IOException {
    try {
      return Optional.of(files.read(version));
    } catch (NewerFormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      fault(LogFiles.entry(version), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void take(StoredCommit entry) {
    long version = entry.commit().version();
    if (broken) {
      requireParent(entry);
    } else {
      apply(entry);
    }
    lifetimes.apply(entry.commit());
    if (checkpoints.contains(version)) {
      checkpoint(entry);
    }
  }

  private void apply(StoredCommit entry) {
    try {
      replay.apply(entry);
    } catch (CorruptLogException e) {
      fault(LogFiles.entry(entry.commit().version()), e.getMessage());
      broken = true;
    }
  }

  /** What can be said of an entry when the state before it is not known. */
  private void requireParent(StoredCommit entry) {
    if (before.isPresent() && !entry.commit().parent().equals(before.get().sha256())) {
      fault(
          LogFiles.entry(entry.commit().version()),
          "does not name the hash of the entry before it, '%s'. Restore the log from a copy of the store"
              .formatted(before.get().sha256()));
    }
  }

  private void checkpoint(StoredCommit entry) {
    long version = entry.commit().version();
    String name = LogFiles.checkpoint(version);
    try {
      Checkpoint checkpoint = CheckpointJson.fromBytes(files.readCheckpoint(version), name);
      if (checkpoint.state().version() != version
          || !checkpoint.entrySha256().equals(entry.sha256())) {
        derived(name, "does not belong to " + LogFiles.entry(version));
      } else if (broken) {
        replay = new Replay(checkpoint, entry);
        lifetimes.resume(checkpoint.state());
        broken = false;
      } else if (!checkpoint.equals(replay.checkpoint())) {
        derived(name, "does not say what the entries up to " + version + " say");
      }
    } catch (NoSuchFileException e) {
      // A writer deletes old checkpoints as it goes.
      checkpoints.remove(version);
    } catch (IOException | RuntimeException e) {
      derived(name, String.valueOf(e.getMessage()));
    }
  }

  private void strayCheckpoints(long last) {
    for (long version : listing.checkpoints()) {
      if (version > last) {
        fault(
            LogFiles.entry(version),
            "is missing, but %s is there. Restore the log from a copy of the store"
                .formatted(LogFiles.checkpoint(version)));
      }
    }
  }

  private void fault(String path, String what) {
    faults.add(new LogFault(path, false, withoutPath(path, what)));
  }

  // Exceptions start with the path, which a fault has of its own.
  private static String withoutPath(String path, String what) {
    return what.startsWith(path) ? what.substring(path.length()).replaceFirst("^[: ]+", "") : what;
  }

  private void derived(String path, String what) {
    faults.add(
        new LogFault(
            path,
            true,
            withoutPath(path, what) + ". It is derived: delete it, or let 'simile repair' do so"));
  }
}
