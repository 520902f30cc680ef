package simile.proof.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a version holds, naively.
 *
 * @param live by id
 * @param hidden what deletions hide, by id
 */
record Contents(SortedMap<String, Live> live, SortedMap<String, Hidden> hidden) {
  static final Contents NONE = new Contents(new TreeMap<>(), new TreeMap<>());

  /**
   * A live record.
   *
   * @param commit the version that wrote it
   */
  record Live(Line.Put put, long commit) {}

  /**
   * The records of which one is what a deletion hides: the last of them, unless a run wrote it and
   * deleted it again itself, since then it may never have been stored.
   */
  record Hidden(List<Line.Put> candidates) {}

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

  /** After records came back, as the store says which; those of which it is free to choose. */
  Contents undeleted(Collection<String> ids, long commit) {
    Contents next = new Contents(live, hidden);
    for (String id : ids) {
      Hidden found = hidden.get(id);
      if (found != null && !live.containsKey(id)) {
        next.live.put(id, new Live(last(found.candidates()), commit));
      }
    }
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
    if (gone == null) {
      return;
    }
    List<Line.Put> candidates = new ArrayList<>();
    if (gone.commit() == commit && hidden.containsKey(id)) {
      candidates.addAll(hidden.get(id).candidates());
    }
    candidates.add(gone.put());
    hidden.put(id, new Hidden(candidates));
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
