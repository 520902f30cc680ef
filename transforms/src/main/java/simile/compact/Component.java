package simile.compact;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import simile.files.StoreFiles;
import simile.record.Utf8Order;
import simile.segment.LiveSegment;

/**
 * Segments whose ranges of ids overlap, directly or through others: no id of theirs is in any other
 * live segment.
 *
 * @param segments by least id
 * @param debt what a merge would leave of them
 */
record Component(List<Stored> segments, Debt debt) {

  Component {
    segments = List.copyOf(segments);
  }

  /** All components of a collection, by id. */
  static List<Component> of(StoreFiles files, List<Stored> stored) throws IOException {
    List<Stored> sorted = new ArrayList<>(stored);
    sorted.sort(Comparator.comparing(s -> s.segment().minId(), Utf8Order::compare));
    List<Component> components = new ArrayList<>();
    List<Stored> open = new ArrayList<>();
    String greatest = "";
    for (Stored next : sorted) {
      if (!open.isEmpty() && Utf8Order.compare(greatest, next.segment().minId()) < 0) {
        components.add(measured(files, open));
        open.clear();
      }
      greatest =
          open.isEmpty() || Utf8Order.compare(greatest, next.segment().maxId()) < 0
              ? next.segment().maxId()
              : greatest;
      open.add(next);
    }
    if (!open.isEmpty()) {
      components.add(measured(files, open));
    }
    return components;
  }

  private static Component measured(StoreFiles files, List<Stored> segments) throws IOException {
    return new Component(segments, Debt.of(files, live(segments)));
  }

  static List<LiveSegment> live(List<Stored> segments) {
    return segments.stream().map(Stored::live).toList();
  }

  static long bytes(List<Stored> segments) {
    return segments.stream().mapToLong(Stored::bytes).sum();
  }

  long bytes() {
    return bytes(segments);
  }

  /** About how many bytes a merge leaves. */
  long liveBytes() {
    return (long) (bytes() * debt.liveShare());
  }

  /** Whether anything in it is more than a full compaction leaves. */
  boolean isUntidy() {
    return segments.size() > 1 || debt.deletions() > 0;
  }

  /**
   * The segments as the fewest sorted runs, in each of which no two overlap; as many as segments
   * may hold one id. A segment joins the run that ends closest before it, so that what a compaction
   * wrote stays together.
   */
  List<List<Stored>> runs() {
    List<List<Stored>> runs = new ArrayList<>();
    for (Stored next : segments) {
      List<Stored> best = List.of();
      for (List<Stored> run : runs) {
        Stored last = run.get(run.size() - 1);
        if (last.isBelow(next) && (best.isEmpty() || best.get(best.size() - 1).isBelow(last))) {
          best = run;
        }
      }
      if (best.isEmpty()) {
        runs.add(new ArrayList<>(List.of(next)));
      } else {
        best.add(next);
      }
    }
    return runs;
  }
}
