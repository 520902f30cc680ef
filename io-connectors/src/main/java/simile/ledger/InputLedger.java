package simile.ledger;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import simile.log.CollectionKey;
import simile.log.Commit;
import simile.log.Operation;

/**
 * Which versions of files a collection has taken in, as of a version of its store. Entries are
 * applied to it one after the other.
 *
 * <p>Not safe for use by many threads.
 */
public final class InputLedger {
  /** In the details of an entry: the stream that it is a window of. */
  public static final String WATCH = "watch";

  private final CollectionKey key;
  private final Set<FileVersion> ingested = new HashSet<>();
  private final Map<FileVersion, Failure> failed = new HashMap<>();
  private long version;

  /**
   * A version of a file that could not be ingested.
   *
   * @param files how many were in the smallest window that failed with it
   * @param judge what they failed: the digest of the stream's contract, gate and so on
   */
  record Failure(int files, String judge) {
    Failure or(Failure earlier) {
      return earlier.judge.equals(judge) && earlier.files < files ? earlier : this;
    }
  }

  /** Of an empty store. */
  public InputLedger(CollectionKey key) {
    this.key = key;
  }

  /** As it was kept. */
  InputLedger(CollectionKey key, Saved saved) {
    this.key = key;
    this.version = saved.version();
    this.ingested.addAll(saved.ingested());
    this.failed.putAll(saved.failed());
  }

  /** The newest entry that is in it; 0 if there is none. */
  public long version() {
    return version;
  }

  /** Whether an entry up to now brought that version of a file in. */
  public boolean isIngested(FileVersion file) {
    return ingested.contains(file);
  }

  /**
   * How many files were in the smallest window that failed with this one among them; empty if none
   * did, or if it came in all the same.
   *
   * @param judge failures before another contract or gate do not count
   */
  public OptionalInt failedWith(FileVersion file, String judge) {
    Failure failure = failed.get(file);
    return failure == null || !failure.judge.equals(judge)
        ? OptionalInt.empty()
        : OptionalInt.of(failure.files);
  }

  /**
   * Takes in the next entry.
   *
   * @return whether it says something of the collection's files
   */
  public boolean apply(Commit commit) {
    if (commit.version() != version + 1) {
      throw new IllegalArgumentException(
          "entry %d does not follow entry %d".formatted(commit.version(), version));
    }
    version = commit.version();
    List<FileVersion> files = ingestedBy(commit, key);
    ingested.addAll(files);
    files.forEach(failed::remove);
    return fail(commit) || !files.isEmpty();
  }

  private boolean fail(Commit commit) {
    if (commit.operation() != Operation.AUDIT || !commit.details().containsKey(WATCH)) {
      return false;
    }
    Failure failure = new Failure(commit.inputs().size(), commit.argumentsSha256());
    commit.inputs().stream()
        .map(FileVersion::of)
        .filter(file -> !ingested.contains(file))
        .forEach(file -> failed.merge(file, failure, (earlier, now) -> now.or(earlier)));
    return true;
  }

  /** The versions of files that an entry brought into a collection. */
  public static List<FileVersion> ingestedBy(Commit commit, CollectionKey key) {
    boolean brings =
        commit.operation() == Operation.INGEST
            && commit.changes().stream().anyMatch(change -> change.key().equals(key));
    return brings ? commit.inputs().stream().map(FileVersion::of).toList() : List.of();
  }

  /** What is worth keeping of a ledger. */
  record Saved(long version, Set<FileVersion> ingested, Map<FileVersion, Failure> failed) {}

  Saved saved() {
    return new Saved(version, Set.copyOf(ingested), Map.copyOf(failed));
  }
}
