package simile.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import simile.keys.KeyCursor;
import simile.record.IdRange;

/**
 * Merges the key files of segments by id: of each id the latest entry, in the order of commit and
 * then position. After {@link #next} returned true the accessors tell of the current id.
 */
public final class KeyMerge {
  private final byte[] end;
  private final PriorityQueue<Head> heads = new PriorityQueue<>();
  private Optional<Head> latest = Optional.empty();
  private int older;

  private KeyMerge(byte[] end) {
    this.end = end;
  }

  /** Merges the entries whose ids are in a range. */
  public static KeyMerge of(List<SegmentSource> sources, IdRange range) throws IOException {
    byte[] from = range.from().getBytes(UTF_8);
    KeyMerge merge = new KeyMerge(range.to().getBytes(UTF_8));
    for (SegmentSource source : sources) {
      Head head = new Head(source, source.keys().cursorAt(from));
      boolean more = head.cursor().next();
      while (more && head.compareId(from, from.length) < 0) {
        more = head.cursor().next();
      }
      if (more) {
        merge.add(head);
      }
    }
    return merge;
  }

  /** All entries of one id, latest first. */
  public static List<Entry> entriesOf(List<SegmentSource> sources, String id) throws IOException {
    byte[] utf8 = id.getBytes(UTF_8);
    List<Head> found = new ArrayList<>();
    for (SegmentSource source : sources) {
      Head head = new Head(source, source.keys().cursorAt(utf8));
      int order = -1;
      while (order < 0 && head.cursor().next()) {
        order = head.compareId(utf8, utf8.length);
      }
      if (order == 0) {
        found.add(head);
      }
    }
    Collections.sort(found);
    return found.stream().map(head -> Entry.of(head.source(), head.cursor())).toList();
  }

  /** The latest entry of one id, if it is a record. */
  public static Optional<Entry> find(List<SegmentSource> sources, String id) throws IOException {
    return entriesOf(sources, id).stream().findFirst().filter(entry -> !entry.isDeletion());
  }

  /** Goes to the next id. @return false at the end */
  public boolean next() throws IOException {
    if (latest.isPresent() && latest.get().cursor().next()) {
      add(latest.get());
    }
    older = 0;
    latest = Optional.ofNullable(heads.poll());
    if (latest.isEmpty()) {
      return false;
    }
    KeyCursor current = latest.get().cursor();
    while (!heads.isEmpty() && heads.peek().compareId(current.idBytes(), current.idLength()) == 0) {
      Head hidden = heads.poll();
      older++;
      if (hidden.cursor().next()) {
        add(hidden);
      }
    }
    return true;
  }

  /** The segment of the id's latest entry. */
  public SegmentSource source() {
    return latest.orElseThrow().source();
  }

  /** The id's latest entry, valid until {@link #next}; not to be moved. */
  public KeyCursor cursor() {
    return latest.orElseThrow().cursor();
  }

  /** The version that the latest entry belongs to. */
  public long commit() {
    return latest.orElseThrow().commit();
  }

  /** How many entries the latest one hides. */
  public int older() {
    return older;
  }

  /** The latest entry, to keep. */
  public Entry entry() {
    return Entry.of(source(), cursor());
  }

  private void add(Head head) {
    if (end.length == 0 || head.compareId(end, end.length) < 0) {
      heads.add(head);
    }
  }
}
