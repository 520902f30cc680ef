package simile.servers;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts requests by their method, and lets them pass; one that lists a bucket counts as {@code
 * LIST}. Safe for many threads.
 */
public final class RequestCount implements FaultyProxy.Plan {
  private final String bucket;
  private final Map<String, Long> counts = new ConcurrentHashMap<>();

  /**
   * @param bucket its name
   */
  public RequestCount(String bucket) {
    this.bucket = "/" + bucket;
  }

  @Override
  public Fault of(String method, String path) {
    boolean lists = method.equals("GET") && (path.equals(bucket) || path.equals(bucket + "/"));
    counts.merge(lists ? "LIST" : method, 1L, Long::sum);
    return Fault.NONE;
  }

  /** What was counted since it was taken last; to be called when nobody asks for anything. */
  public SortedMap<String, Long> take() {
    SortedMap<String, Long> taken = new TreeMap<>(counts);
    counts.clear();
    return taken;
  }
}
