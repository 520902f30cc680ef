package simile.merge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Looks ids up in segments, in ascending order: a merge of the ids asked for with the key files,
 * which passes over blocks that can hold none of them. So a few ids cost a few blocks, and many
 * cost no more than reading the key files once.
 */
public final class KeyLookup {
  private final List<SegmentSource> unopened;
  private final PriorityQueue<Head> heads = new PriorityQueue<>();

  public KeyLookup(List<SegmentSource> sources) {
    this.unopened = new ArrayList<>(sources);
  }

  /**
   * The latest entry of an id, a record or a deletion.
   *
   * @param id in UTF-8; not less than the one asked for before
   */
  public Optional<Entry> find(byte[] id) throws IOException {
    open(id);
    while (!heads.isEmpty() && heads.peek().compareId(id, id.length) < 0) {
      Head behind = heads.poll();
      if (behind.cursor().seek(id)) {
        heads.add(behind);
      }
    }
    Head head = heads.peek();
    return head != null && head.compareId(id, id.length) == 0
        ? Optional.of(Entry.of(head.source(), head.cursor()))
        : Optional.empty();
  }

  /** The latest entry of an id, if it is a record. */
  public Optional<Entry> findLive(byte[] id) throws IOException {
    return find(id).filter(entry -> !entry.isDeletion());
  }

  /** The first id decides where each key file is entered. */
  private void open(byte[] id) throws IOException {
    for (SegmentSource source : unopened) {
      Head head = new Head(source, source.keys().cursorAt(id));
      if (head.cursor().seek(id)) {
        heads.add(head);
      }
    }
    unopened.clear();
  }
}
