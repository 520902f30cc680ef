package simile.log;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.files.OutcomeUnknownException;
import simile.files.Sha256;

/**
 * One append, until it is decided.
 *
 * <p>After a lost answer at version N the log is read, and the entry is offered again at the first
 * free version. That is safe however late the lost request arrives: N can be created once, so
 * either the request made it, and its token is found there, or another entry did, and the request
 * can no longer succeed.
 */
final class Appender {
  private static final int MAX_RACES = 1_000;
  private static final int MAX_FAILURES = 10;
  private static final long FIRST_WAIT_MILLIS = 50;
  private static final long LONGEST_WAIT_MILLIS = 5_000;

  private final LogTip tip;
  private final Clock clock;
  private final Sleeper sleeper;
  private final DraftCommit draft;
  private final long base;
  private final CommitCheck check;
  // The version whose creation was sent and not answered; 0 if there is none.
  private long doubtful;
  // The newest version that the log has shown; failures count since it showed a newer one.
  private long seen;
  private int failures;

  Appender(
      LogTip tip, Clock clock, Sleeper sleeper, DraftCommit draft, long base, CommitCheck check) {
    this.tip = tip;
    this.clock = clock;
    this.sleeper = sleeper;
    this.draft = draft;
    this.base = base;
    this.check = check;
  }

  Appended append() throws IOException {
    for (int race = 0; race < MAX_RACES; race++) {
      try {
        Optional<Appended> done = attempt();
        if (done.isPresent()) {
          return done.get();
        }
      } catch (CommitConflictException e) {
        throw e;
      } catch (IOException e) {
        if (doubtful == 0) {
          throw e;
        }
        waitAfter(e);
      }
    }
    throw new CommitConflictException(
        "run '%s' lost %d races to commit and gave up; run it again"
            .formatted(draft.runId(), MAX_RACES));
  }

  /** Empty if another took the version. */
  private Optional<Appended> attempt() throws IOException {
    Replay replay = tip.refresh();
    if (replay.version() >= doubtful) {
      doubtful = 0;
    }
    if (replay.version() > seen) {
      seen = replay.version();
      failures = 0;
    }
    Optional<Commit> found = new Settlement(replay, tip.files(), draft).adoptable();
    if (found.isPresent()) {
      return Optional.of(adopt(found.get()));
    }
    requireNoConflict(replay);
    return put(draft.at(replay.version() + 1, replay.hash(), time(replay)));
  }

  // Whoever made the entry may have died before its name was durable.
  private Appended adopt(Commit commit) throws IOException {
    doubtful = commit.version();
    tip.files().sync();
    return new Appended(commit, true);
  }

  private Optional<Appended> put(Commit commit) throws IOException {
    byte[] bytes = CommitJson.toBytes(commit);
    try {
      if (!tip.files().put(commit.version(), bytes)) {
        return Optional.empty();
      }
    } catch (OutcomeUnknownException e) {
      doubtful = commit.version();
      throw e;
    }
    tip.advance(new StoredCommit(commit, Sha256.of(bytes)));
    return Optional.of(new Appended(commit, false));
  }

  private void requireNoConflict(Replay replay) throws IOException {
    Optional<String> why = replay.fault(draft.changes(), draft.retention());
    if (why.isEmpty() && base < replay.version() && check != CommitCheck.NONE) {
      why = check.conflict(since(replay.version()));
    }
    if (why.isPresent()) {
      throw new CommitConflictException(
          "run '%s' cannot commit on version %d: %s. Nothing was changed; read the store again and retry"
              .formatted(draft.runId(), replay.version(), why.get()));
    }
  }

  private List<Commit> since(long version) throws IOException {
    List<Commit> commits = new ArrayList<>();
    for (long v = base + 1; v <= version; v++) {
      commits.add(tip.files().read(v).commit());
    }
    return commits;
  }

  // Microseconds, as timestamps are compared everywhere else.
  private Instant time(Replay replay) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return now.isBefore(replay.committedAt()) ? replay.committedAt() : now;
  }

  private void waitAfter(IOException failure) throws IOException {
    failures++;
    if (failures >= MAX_FAILURES) {
      throw unknown(failure);
    }
    try {
      long millis = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << failures);
      sleeper.sleep(Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(new InterruptedIOException("interrupted while waiting to read the log"));
    }
  }

  private CommitUnknownException unknown(IOException cause) {
    return new CommitUnknownException(
        "run '%s' may have been committed as version %d, and the log did not say (%s). Delete nothing; run it again with the same run id to learn it"
            .formatted(draft.runId(), doubtful, cause.getMessage()),
        cause);
  }
}
