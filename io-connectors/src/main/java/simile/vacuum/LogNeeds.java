package simile.vacuum;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import simile.layout.Names;
import simile.log.Change;
import simile.log.Commit;
import simile.log.CommitLog;
import simile.log.State;
import simile.segment.DataFile;
import simile.segment.LiveSegment;
import simile.segment.Segment;
import simile.workflow.AnnouncedRun;

/** What the log says of files and runs, read from its newest entry to its first. */
final class LogNeeds {
  private final Set<String> named = new HashSet<>();
  private final Set<String> needed = new HashSet<>();
  private final Map<String, String> runs = new HashMap<>();
  private final Set<String> settled = new HashSet<>();

  private LogNeeds() {}

  /**
   * Reads the log.
   *
   * @param oldest versions from this one on are kept; 0 for all
   * @param others further versions that are kept
   */
  static LogNeeds read(CommitLog log, State now, long oldest, Set<Long> others) throws IOException {
    LogNeeds needs = new LogNeeds();
    for (long version = log.latestVersion(); version > 0; version--) {
      needs.add(log.read(version), version > oldest);
    }
    needs.keep(log.stateAt(Math.min(oldest, now.version())));
    for (long version : others) {
      needs.keep(log.stateAt(version));
    }
    return needs;
  }

  private void add(Commit commit, boolean isKept) {
    commit.files().map(DataFile::path).forEach(named::add);
    commit.audit().forEach(file -> needed.add(file.path()));
    for (Change change : commit.changes()) {
      change.files().forEach(file -> needed.add(file.path()));
      if (isKept) {
        change.adds().forEach(this::keep);
        change.restores().forEach(live -> keep(live.segment()));
      }
    }
    runs.put(Names.fileStem(commit.runId()), commit.runId());
    if (commit.operation().settlesRun()) {
      settled.add(commit.runId());
    }
  }

  private void keep(State state) {
    state.collections().values().stream()
        .flatMap(collection -> collection.segments().stream())
        .map(LiveSegment::segment)
        .forEach(this::keep);
  }

  private void keep(Segment segment) {
    segment.files().forEach(file -> needed.add(file.path()));
  }

  boolean isNamed(String path) {
    return named.contains(path);
  }

  boolean isNeeded(String path) {
    return needed.contains(path);
  }

  Owners owners(Iterable<AnnouncedRun> announced) {
    return new Owners(announced, runs, settled);
  }
}
