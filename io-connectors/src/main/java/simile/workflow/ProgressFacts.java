package simile.workflow;

import java.util.SortedMap;
import java.util.TreeMap;

/** What a workflow at work says of what its workers did, in its metadata. */
public final class ProgressFacts {
  /** How many bytes of the input were read. */
  public static final String BYTES = "bytes_processed";

  /** How many lines were rejected, and by which rules, see {@link WorkDone#rejections}. */
  public static final String REJECTED = "rejected_so_far";

  private ProgressFacts() {}

  /** As a run's metadata. */
  public static SortedMap<String, String> of(WorkDone done) {
    SortedMap<String, String> facts = new TreeMap<>();
    if (done.bytes() > 0) {
      facts.put(BYTES, Long.toString(done.bytes()));
    }
    if (done.rejected() > 0) {
      facts.put(REJECTED, done.rejections());
    }
    return facts;
  }

  /** A run at work with what its workers tell, if that is more than it says itself. */
  public static Workflow told(Workflow atWork, WorkDone done) {
    return done.isNothing() || done.rows() < atWork.itemsProcessed()
        ? atWork
        : atWork.withItems(done.rows(), atWork.itemsTotal()).withMetadata(of(done));
  }
}
