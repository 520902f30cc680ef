package simile.benchmarks.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import simile.log.CommitLog;
import simile.log.DraftCommit;

/**
 * Milliseconds of appends, each in a list of its kind.
 *
 * @param plain those that wrote no checkpoint
 * @param withCheckpoint those that did
 */
public record Appends(List<Double> plain, List<Double> withCheckpoint) {
  public Appends {
    plain = new ArrayList<>(plain);
    withCheckpoint = new ArrayList<>(withCheckpoint);
  }

  public static Appends none() {
    return new Appends(List.of(), List.of());
  }

  /** Appends, and tells how long that took. */
  public static Appends time(CommitLog log, DraftCommit draft) throws IOException {
    long start = System.nanoTime();
    long version = log.append(draft).commit().version();
    List<Double> took = List.of((System.nanoTime() - start) / 1e6);
    return version % CommitLog.CHECKPOINT_EVERY == 0
        ? new Appends(List.of(), took)
        : new Appends(took, List.of());
  }

  public Appends plus(Appends more) {
    return new Appends(
        Stream.concat(plain.stream(), more.plain.stream()).sorted().toList(),
        Stream.concat(withCheckpoint.stream(), more.withCheckpoint.stream()).sorted().toList());
  }
}
