package simile.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simile.files.StoreFiles;

/**
 * The commit log of a store: the only authority on what it holds. Safe for use by many threads, and
 * by many processes on one store.
 */
public final class CommitLog {
  /** A checkpoint is written once so many entries follow the one before. */
  public static final int CHECKPOINT_EVERY = 32;

  /** The version of the format that entries are written in. */
  public static final int FORMAT_VERSION = Format.VERSION;

  private final LogTip tip;
  private final Clock clock;
  private final Sleeper sleeper;

  private CommitLog(LogTip tip, Clock clock, Sleeper sleeper) {
    this.tip = tip;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * Opens the log of a store, which may be empty; reads it from its newest checkpoint on.
   *
   * @throws CorruptLogException if it is damaged since then
   * @throws NewerFormatException if a newer version of Simile wrote it
   */
  public static CommitLog open(StoreFiles files) throws IOException {
    return open(files, Clock.systemUTC(), Sleeper.SYSTEM);
  }

  /** Whether there is a first entry. */
  public static boolean exists(StoreFiles files) throws IOException {
    return new LogFiles(files).exists(1);
  }

  /**
   * @param clock tells when a commit is made
   * @param sleeper waits between attempts to learn an outcome
   */
  public static CommitLog open(StoreFiles files, Clock clock, Sleeper sleeper) throws IOException {
    return new CommitLog(new LogTip(new LogFiles(files)), clock, sleeper);
  }

  /** The newest version; 0 before the first commit. */
  public synchronized long latestVersion() throws IOException {
    return tip.refresh().version();
  }

  public synchronized Optional<Commit> latest() throws IOException {
    return tip.refresh().commit();
  }

  /**
   * @throws NoSuchVersionException if there is no such version
   */
  public Commit read(long version) throws IOException {
    requireVersion(version, 1);
    return tip.files().read(version).commit();
  }

  /** Commits, whatever others commit meanwhile: for what conflicts with nothing. */
  public Appended append(DraftCommit draft) throws IOException {
    return append(draft, Long.MAX_VALUE, CommitCheck.NONE);
  }

  /**
   * Commits, unless the run or its token is settled already: then its entry is adopted.
   *
   * @param base the version that the draft was made from
   * @param check asked before each attempt when there are commits after {@code base}
   * @throws CommitFencedException not applied: the run was cancelled
   * @throws CommitConflictException not applied: the check refused, a removed segment is not live,
   *     or the run committed something else
   * @throws CommitUnknownException may be applied: delete nothing, read the log
   * @throws IOException not applied, for any other reason
   */
  public synchronized Appended append(DraftCommit draft, long base, CommitCheck check)
      throws IOException {
    Appended appended = new Appender(tip, clock, sleeper, draft, base, check).append();
    writeCheckpoint();
    return appended;
  }

  /** The entry that settled a token: its commit, or the fence that cancelled it. */
  public synchronized Optional<Commit> byToken(String token) throws IOException {
    return read(tip.refresh().token(token));
  }

  /** The latest entry of a run. */
  public synchronized Optional<Commit> byRun(String runId) throws IOException {
    return read(tip.refresh().run(runId));
  }

  /** What the store holds now. */
  public synchronized State state() throws IOException {
    return tip.refresh().state();
  }

  /**
   * What the store held as of a version.
   *
   * @param version 0 for the empty store
   * @throws NoSuchVersionException if there is no such version
   */
  public State stateAt(long version) throws IOException {
    requireVersion(version, 0);
    return tip.reader().load(tip.files().list(), version).state();
  }

  /**
   * All commits, newest first, each read when it is asked for; failures come as {@link
   * UncheckedIOException}.
   */
  public Stream<Commit> history() throws IOException {
    long latest = latestVersion();
    return LongStream.rangeClosed(1, latest).map(v -> latest + 1 - v).mapToObj(this::readUnchecked);
  }

  /** The version that was the newest at a time; 0 if there was none yet. */
  public long newestAt(Instant time) throws IOException {
    long version = latestVersion();
    while (version > 0 && read(version).committedAt().isAfter(time)) {
      version--;
    }
    return version;
  }

  private Optional<Commit> read(Optional<LogMark> mark) throws IOException {
    return mark.isPresent()
        ? Optional.of(tip.files().read(mark.get().version()).commit())
        : Optional.empty();
  }

  private Commit readUnchecked(long version) {
    try {
      return tip.files().read(version).commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void requireVersion(long version, long least) throws IOException {
    long latest = latestVersion();
    if (version < least || version > latest) {
      throw new NoSuchVersionException(
          latest == 0
              ? "there is no version %d: %s is empty".formatted(version, tip.files())
              : "there is no version %d; %s has 1 to %d".formatted(version, tip.files(), latest));
    }
  }

  private void writeCheckpoint() {
    try {
      tip.writeCheckpointEvery(CHECKPOINT_EVERY);
    } catch (IOException e) {
      log().warn("No checkpoint was written, which only makes opening slower: {}", e.toString());
    }
  }

  // Asked for when there is something to say: where the class path is long, finding it takes longer
  // than all else that opens a store.
  private static Logger log() {
    return LoggerFactory.getLogger(CommitLog.class);
  }
}
