package simile.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simile.files.CapabilityProbe;
import simile.files.Sha256;
import simile.files.StoreFiles;

/**
 * Copies a log to another place: its last entry first, its first entry last. A place without a
 * first entry is no store, so half a copy is never taken for one.
 *
 * <p>While it is under way, {@code _log/unfinished-copy} says of what, in one line.
 */
public final class LogCopy {
  private static final String MARK = LogFiles.FOLDER + "/unfinished-copy";

  private final StoreFiles source;
  private final StoreFiles target;

  public LogCopy(StoreFiles source, StoreFiles target) {
    this.source = source;
    this.target = target;
  }

  /** Whether a copy was begun there, and is not whole yet. */
  public static boolean isUnfinished(StoreFiles files) throws IOException {
    return files.size(MARK).isPresent() && files.size(LogFiles.entry(1)).isEmpty();
  }

  /**
   * Begins, or takes up what an earlier attempt left.
   *
   * @param version up to which entry the log will be copied; at least 1
   * @return whether the copy is whole already
   * @throws CommitConflictException if the place holds anything else
   */
  public boolean begin(long version) throws IOException {
    byte[] mark = mark(version);
    if (target.size(LogFiles.entry(1)).isPresent()) {
      requireSame(version);
      return true;
    }
    if (!isEmpty() && !(target.size(MARK).isPresent() && Arrays.equals(target.read(MARK), mark))) {
      throw new CommitConflictException(
          "'%s' is not empty, and holds no unfinished copy of version %d of '%s'; give an empty place"
              .formatted(target.root(), version, source.root()));
    }
    boolean unused = target.putIfAbsent(MARK, mark);
    return false;
  }

  /**
   * Copies the entries, and makes the copy a store. All files that it will name must be there.
   *
   * @param version up to which entry
   * @param retention what is kept there; if empty, what the log says
   * @throws CommitConflictException if another wrote to the place meanwhile
   */
  public void finish(long version, Optional<Retention> retention, RunIdentity run, Instant now)
      throws IOException {
    if (retention.isPresent()) {
      put(version + 1, last(version, retention.get(), run, now), true);
    }
    for (long v = version; v >= 1; v--) {
      put(v, source.read(LogFiles.entry(v)), false);
    }
    target.delete(MARK);
  }

  /** Removes the mark that an attempt left which was killed at its very end. */
  public void tidy() throws IOException {
    target.delete(MARK);
  }

  private byte[] last(long version, Retention retention, RunIdentity run, Instant now)
      throws IOException {
    StoredCommit parent = new LogFiles(source).read(version);
    Instant least = parent.commit().committedAt();
    Instant at = now.truncatedTo(ChronoUnit.MICROS);
    DraftCommit draft =
        run.draft(
            Operation.VACUUM,
            List.of(),
            Optional.of(retention),
            Map.of("reason", "copy of version " + version));
    return CommitJson.toBytes(
        draft.at(version + 1, parent.sha256(), at.isBefore(least) ? least : at));
  }

  /**
   * @param mayDiffer whether an earlier attempt may have made it at another time
   */
  private void put(long version, byte[] bytes, boolean mayDiffer) throws IOException {
    String path = LogFiles.entry(version);
    if (target.putIfAbsent(path, bytes)) {
      return;
    }
    byte[] there = target.read(path);
    boolean same =
        mayDiffer
            ? isLast(CommitJson.fromBytes(there, path), CommitJson.fromBytes(bytes, path))
            : Arrays.equals(there, bytes);
    if (!same) {
      throw new CommitConflictException(
          "%s is in '%s' already, with other content; give an empty place"
              .formatted(path, target.root()));
    }
  }

  private static boolean isLast(Commit there, Commit ours) {
    return there.operation() == ours.operation()
        && there.parent().equals(ours.parent())
        && there.retention().equals(ours.retention());
  }

  /** A probe for what the place can do may have left the log's folder, and itself. */
  private boolean isEmpty() throws IOException {
    List<String> names = target.list("");
    return names.isEmpty()
        || (names.equals(List.of(LogFiles.FOLDER + "/"))
            && target.list(LogFiles.FOLDER).stream().allMatch(CapabilityProbe::isProbe));
  }

  private byte[] mark(long version) throws IOException {
    return "version %d, %s\n".formatted(version, hash(version)).getBytes(UTF_8);
  }

  private String hash(long version) throws IOException {
    return Sha256.of(source.read(LogFiles.entry(version)));
  }

  private void requireSame(long version) throws IOException {
    String path = LogFiles.entry(version);
    if (target.size(path).isEmpty()
        || !Arrays.equals(target.read(path), source.read(path))
        || new LogFiles(target).list().latest() > version + 1) {
      throw new CommitConflictException(
          "'%s' holds a store already; give an empty place".formatted(target.root()));
    }
  }
}
