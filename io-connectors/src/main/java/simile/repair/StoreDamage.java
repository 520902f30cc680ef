package simile.repair;

import java.util.List;
import simile.log.LogFault;
import simile.segment.DataFile;

/**
 * What is wrong with a store.
 *
 * @param checkpoints that can be deleted
 * @param segments that can be mended, at least in part
 * @param beyond contracts and audits that nothing in the store tells
 */
public record StoreDamage(
    List<LogFault> checkpoints, List<SegmentDamage> segments, List<DataFile> beyond) {

  public StoreDamage {
    checkpoints = List.copyOf(checkpoints);
    segments = List.copyOf(segments);
    beyond = List.copyOf(beyond);
  }

  public boolean isNone() {
    return checkpoints.isEmpty() && segments.isEmpty() && beyond.isEmpty();
  }
}
