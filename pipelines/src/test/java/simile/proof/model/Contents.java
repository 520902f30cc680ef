package simile.proof.model;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a version holds, naively.
 *
 * @param live by id
 * @param hidden what deletions hide, by id
 */
record Contents(NavigableMap<String, Live> live, NavigableMap<String, Hidden> hidden) {
  static final Contents NONE = new Contents(new TreeMap<>(), new TreeMap<>());

  /**
   * A live record.
   *
   * @param commit the version that wrote it
   */
  record Live(Line.Put put, long commit) {}

  /**
   * A record that a deletion hides.
   *
   * @param certain whether it must be there still: not once a compaction came, nor if its own run
   *     deleted it, so that it may never have been stored
   */
  record Hidden(Line.Put put, boolean certain) {}

  /** Tells which record of an id came back, where the store was free to choose. */
  interface Found {
    Optional<Line.Put> of(String id);
  }

  Contents {
    live = new TreeMap<>(live);
    hidden = new TreeMap<>(hidden);
  }

  /** After the lines of one run. */
  Contents ingested(List<Line> lines, long commit) {
    Contents next = new Contents(live, hidden);
    for (Line line : lines) {
      if (line instanceof Line.Put put) {
        next.live.put(put.id(), new Live(put, commit));
      } else {
        next.hide(line.id(), commit);
      }
    }
    return next;
  }

  Contents deleted(Collection<String> ids) {
    Contents next = new Contents(live, hidden);
    ids.forEach(id -> next.hide(id, Long.MAX_VALUE));
    return next;
  }

  /** After a deletion of what matched in an earlier version; what is newer than that stays. */
  Contents deletedBy(Filter filter, long readVersion, Contents read) {
    List<String> matched = read.matching(filter);
    return deleted(
        matched.stream()
            .filter(live::containsKey)
            .filter(id -> live.get(id).commit() <= readVersion)
            .toList());
  }

  /** After records came back. */
  Contents undeleted(Collection<String> ids, long commit, Found found) {
    Contents next = new Contents(live, hidden);
    for (String id : ids) {
      Hidden gone = hidden.get(id);
      if (gone != null && !live.containsKey(id)) {
        Optional<Line.Put> back = gone.certain() ? Optional.of(gone.put()) : found.of(id);
        back.ifPresent(put -> next.live.put(id, new Live(put, commit)));
      }
    }
    return next;
  }

  /** The ids of which a deletion hides a record. */
  List<String> deletedAmong(Collection<String> ids) {
    return ids.stream().filter(id -> hidden.containsKey(id) && !live.containsKey(id)).toList();
  }

  /** After a compaction, which may drop what deletions hide. */
  Contents compacted() {
    Contents next = new Contents(live, hidden);
    next.hidden.replaceAll((id, gone) -> new Hidden(gone.put(), false));
    return next;
  }

  List<String> matching(Filter filter) {
    return live.values().stream().map(Live::put).filter(filter::matches).map(Line.Put::id).toList();
  }

  Optional<Live> find(String id) {
    return Optional.ofNullable(live.get(id));
  }

  private void hide(String id, long commit) {
    Live gone = live.remove(id);
    if (gone != null) {
      hidden.put(id, new Hidden(gone.put(), gone.commit() != commit));
    }
  }
}
