package simile.backup;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import simile.files.CapabilityProbe;
import simile.files.StoreFiles;
import simile.files.StorePaths;
import simile.log.CommitConflictException;
import simile.log.LogCopy;
import simile.log.LogVerifier;
import simile.log.RunIdentity;
import simile.segment.DataFile;
import simile.store.AsOf;
import simile.store.Store;

/**
 * Copies one version of a store to an empty place, which becomes a store with its last step. What a
 * killed attempt left there is taken up, not trusted.
 */
public final class StoreCopy {
  private final Store source;
  private final StoreFiles target;
  private final Clock clock;

  public StoreCopy(Store source, StoreFiles target, Clock clock) {
    this.source = source;
    this.target = target;
    this.clock = clock;
  }

  /** Copies, and tells nobody how far it is; see {@link #run(RunIdentity, AsOf, CopyListener)}. */
  public CopyResult run(RunIdentity run, AsOf asOf) throws IOException {
    return run(run, asOf, CopyListener.NONE);
  }

  /**
   * Copies. Every file is checked against the size and hash in the log, which is checked whole.
   *
   * @param run who does it, as the copy's last entry will say
   * @throws simile.log.NoSuchVersionException if there is no such version, or it was given up
   * @throws IllegalArgumentException if the store is empty, or the place lies in it
   * @throws CommitConflictException if the place holds anything but a copy of the same begun
   *     earlier
   * @throws DamagedFileException if a file is not what was once written
   * @throws simile.log.CorruptLogException if the source's log is damaged anywhere
   */
  public CopyResult run(RunIdentity run, AsOf asOf, CopyListener listener) throws IOException {
    requireApart();
    long version = source.snapshot(asOf).version();
    if (version == 0) {
      throw new IllegalArgumentException(
          "'%s' has no version yet".formatted(source.files().root()));
    }
    new LogVerifier(source.files()).requireWhole();
    CopyPlan plan = CopyPlan.of(source.log(), version);
    LogCopy log = new LogCopy(source.files(), target);
    if (target.list(Store.LOG).isEmpty()) {
      CapabilityProbe.require(target, Store.LOG);
    }
    boolean already = log.begin(version);
    long copied = files(plan, listener);
    if (already) {
      log.tidy();
    } else {
      log.finish(version, plan.retention(), run, clock.instant());
    }
    long newest = new LogVerifier(target).requireWhole();
    return new CopyResult(
        version, newest, plan.files().size(), plan.bytes(), copied, already && copied == 0);
  }

  private long files(CopyPlan plan, CopyListener listener) throws IOException {
    FileCopy copy = new FileCopy(source.files(), target);
    Set<String> folders = new TreeSet<>();
    long allBytes = plan.bytes();
    long bytes = 0;
    long done = 0;
    long copied = 0;
    for (DataFile file : plan.files().values()) {
      copied += copy.copy(file) ? 1 : 0;
      folders.add(StorePaths.folderOf(file.path()));
      done++;
      bytes += file.bytes();
      listener.at(new CopyListener.Stage(done, bytes, plan.files().size(), allBytes));
    }
    target.syncFolders(folders);
    for (DataFile file : plan.files().values()) {
      if (!copy.isThere(file)) {
        throw new CommitConflictException(
            "%s was copied to '%s' and is not there; does another write to it? Run it again"
                .formatted(file.path(), target.root()));
      }
    }
    return copied;
  }

  private void requireApart() {
    String from = source.files().root() + "/";
    String to = target.root() + "/";
    if (to.startsWith(from) || from.startsWith(to)) {
      throw new IllegalArgumentException(
          "'%s' and '%s' are not apart; give a place outside the store"
              .formatted(source.files().root(), target.root()));
    }
  }
}
