package simile.workflow;

import java.time.Instant;
import java.util.Optional;
import simile.cluster.Clusters;

/** A host as far as its processes go. Tests put another in the place of {@link ThisHost}. */
public interface Host {

  /** What people call it. */
  String name();

  /**
   * Tells it from all others, and from itself before it was booted: two hosts with one id see the
   * same processes.
   */
  String id();

  /** Whether there is such a process now. */
  boolean runs(long pid);

  /** When the process began; empty if there is none or the system does not say. */
  Optional<Instant> startOf(long pid);

  /** The clusters that can be asked from it. */
  default Clusters clusters() {
    return Clusters.none();
  }
}
