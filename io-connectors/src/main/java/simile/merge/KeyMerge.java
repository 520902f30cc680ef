package simile.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import simile.keys.KeyCursor;
import simile.record.IdRange;

/**
 * Merges the key files of segments by id: of each id the latest entry, in the order of commit and
 * then position. After {@link #next} returned true the accessors tell of the current id.
 */
public final class KeyMerge {
  private final HeadHeap heads;
  private boolean started;
  private int older;

  private KeyMerge(HeadHeap heads) {
    this.heads = heads;
  }

  /** Merges the entries whose ids are in a range. */
  public static KeyMerge of(List<SegmentSource> sources, IdRange range) throws IOException {
    byte[] from = range.from().getBytes(UTF_8);
    byte[] prefix = sharedPrefix(sources);
    HeadHeap heads = new HeadHeap(range.to().getBytes(UTF_8));
    for (int s = 0; s < sources.size(); s++) {
      SegmentSource source = sources.get(s);
      if (!range.overlaps(source.segment().minId(), source.segment().maxId())) {
        continue;
      }
      Head head = new Head(source, s, source.keys().cursorAt(from), prefix);
      boolean more = head.next();
      while (more && head.compareId(from, from.length) < 0) {
        more = head.next();
      }
      if (more) {
        heads.add(head);
      }
    }
    return new KeyMerge(heads);
  }

  /** What the ids of all these segments begin with. */
  private static byte[] sharedPrefix(List<SegmentSource> sources) {
    if (sources.isEmpty()) {
      return new byte[0];
    }
    byte[] shared = sources.get(0).segment().minId().getBytes(UTF_8);
    int length = shared.length;
    for (SegmentSource source : sources) {
      length = sharedLength(shared, length, source.segment().minId().getBytes(UTF_8));
      length = sharedLength(shared, length, source.segment().maxId().getBytes(UTF_8));
    }
    return Arrays.copyOf(shared, length);
  }

  private static int sharedLength(byte[] shared, int length, byte[] id) {
    int mismatch = Arrays.mismatch(shared, 0, length, id, 0, Math.min(length, id.length));
    return mismatch < 0 ? length : mismatch;
  }

  /** All entries of one id, latest first. */
  public static List<Entry> entriesOf(List<SegmentSource> sources, String id) throws IOException {
    byte[] utf8 = id.getBytes(UTF_8);
    List<Head> found = new ArrayList<>();
    for (SegmentSource source : sources) {
      if (!source.mayHold(utf8)) {
        continue;
      }
      Head head = new Head(source, source.keys().cursorAt(utf8));
      int order = -1;
      while (order < 0 && head.next()) {
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
    if (started && !heads.isEmpty()) {
      heads.advanceTop();
    }
    started = true;
    older = 0;
    if (heads.isEmpty()) {
      return false;
    }
    while (heads.advanceSameAsTop()) {
      older++;
    }
    return true;
  }

  /** The segment of the id's latest entry. */
  public SegmentSource source() {
    return heads.top().source();
  }

  /** Which of the merged segments that is, as they were given. */
  int sourceIndex() {
    return heads.top().index();
  }

  /** The id's latest entry, valid until {@link #next}; not to be moved. */
  public KeyCursor cursor() {
    return heads.top().cursor();
  }

  /** The version that the latest entry belongs to. */
  public long commit() {
    return heads.top().commit();
  }

  /** How many entries the latest one hides. */
  public int older() {
    return older;
  }

  /** The latest entry, to keep. */
  public Entry entry() {
    return Entry.of(source(), cursor());
  }
}
