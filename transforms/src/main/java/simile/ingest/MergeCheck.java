package simile.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import simile.conflict.BaseRecords;
import simile.files.StoreFiles;
import simile.log.CollectionKey;
import simile.log.CollectionState;
import simile.log.Commit;
import simile.log.CommitCheck;
import simile.log.CommitLog;
import simile.log.Operation;
import simile.merge.Entry;
import simile.merge.KeyMerge;
import simile.merge.LiveRows;
import simile.merge.SegmentSources;
import simile.record.IdRange;
import simile.record.Utf8Order;
import simile.segment.LiveSegment;
import simile.segment.Segment;

/**
 * Asks again, before a run commits, whether ids that it took for new are, and whether records that
 * it read are those of their ids: others may have committed since the version that its plan read.
 */
final class MergeCheck {
  private final CollectionPlan plan;
  private final StoreFiles files;
  private final CommitLog log;
  private final List<Segment> segments;
  private final CollectionKey key;
  private boolean refused;

  /**
   * @param segments what the run writes
   */
  MergeCheck(CollectionPlan plan, StoreFiles files, CommitLog log, List<Segment> segments) {
    this.plan = plan;
    this.files = files;
    this.log = log;
    this.segments = segments;
    this.key = plan.key();
  }

  /** The version after which commits are to be checked. */
  long base(long drafted) {
    return plan.judges() ? Math.min(drafted, plan.merging().baseVersion()) : drafted;
  }

  /** Whether the check found a clash, so that another draft would not help. */
  boolean refused() {
    return refused;
  }

  /** This check and then the draft's own, of the commits after it. */
  CommitCheck and(CollectionChange.Based based) {
    return plan.judges() ? since -> conflict(since, based) : based.check();
  }

  private Optional<String> conflict(List<Commit> since, CollectionChange.Based based)
      throws IOException {
    Optional<String> clash = clash(since);
    refused = clash.isPresent();
    if (refused) {
      return clash;
    }
    return based
        .check()
        .conflict(since.stream().filter(c -> c.version() > based.version()).toList());
  }

  private Optional<String> clash(List<Commit> since) throws IOException {
    if (segments.isEmpty() || since.stream().noneMatch(this::mayMatter)) {
      return Optional.empty();
    }
    List<LiveSegment> now =
        log.stateAt(since.get(since.size() - 1).version())
            .collection(key)
            .map(CollectionState::segments)
            .orElse(List.of());
    List<LiveSegment> own = segments.stream().map(s -> new LiveSegment(s, 0)).toList();
    String least = segments.stream().map(Segment::minId).min(Utf8Order::compare).orElseThrow();
    String greatest = segments.stream().map(Segment::maxId).max(Utf8Order::compare).orElseThrow();
    try (SegmentSources written = SegmentSources.open(files, own);
        LiveRows then = LiveRows.open(files, base(), least, greatest);
        LiveRows live = LiveRows.open(files, now, least, greatest)) {
      KeyMerge ids = KeyMerge.of(written.list(), IdRange.ALL);
      while (ids.next()) {
        String id = ids.cursor().id();
        Optional<String> clash = clash(id, then.find(id), live.find(id));
        if (clash.isPresent()) {
          return clash;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> clash(String id, Optional<Entry> then, Optional<Entry> now) {
    if (plan.readsRecords()) {
      return now.map(MergeCheck::place).equals(then.map(MergeCheck::place))
          ? Optional.empty()
          : Optional.of(
              "the record of '%s' is not the one of version %d any more"
                  .formatted(id, plan.merging().baseVersion()));
    }
    return now.map(
        entry ->
            "'%s' has a record now, which it had not in version %d"
                .formatted(id, plan.merging().baseVersion()));
  }

  /** What identifies a record, wherever compactions put it. */
  private static List<Long> place(Entry entry) {
    return List.of(entry.commit(), entry.position());
  }

  /** Asked for only where what was stored then matters. */
  private List<LiveSegment> base() throws IOException {
    return plan.readsRecords()
        ? new BaseRecords(files, key, plan.merging().baseVersion()).segments()
        : List.of();
  }

  private boolean mayMatter(Commit commit) {
    boolean deletes = commit.operation() == Operation.DELETE;
    return commit.operation() != Operation.COMPACT
        && (!deletes || plan.readsRecords())
        && commit.changes().stream().anyMatch(change -> change.key().equals(key));
  }
}
