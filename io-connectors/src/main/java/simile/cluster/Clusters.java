package simile.cluster;

import java.io.IOException;
import java.util.Optional;

/** The clusters that can be asked from here. */
public interface Clusters {

  /** Looks for the job of a run; the newest if it was submitted more than once. */
  JobSeen see(ClusterMark mark);

  /** Why a job failed, for people. */
  Optional<RootCause> failure(ClusterMark mark, ClusterJob job) throws IOException;

  /** Makes the job of a run end soon. @return whether there was one at work */
  boolean cancel(ClusterMark mark) throws IOException;

  /** None can be asked. */
  static Clusters none() {
    return new Clusters() {
      @Override
      public JobSeen see(ClusterMark mark) {
        return new JobSeen.Unreachable("no cluster can be asked from here");
      }

      @Override
      public Optional<RootCause> failure(ClusterMark mark, ClusterJob job) {
        return Optional.empty();
      }

      @Override
      public boolean cancel(ClusterMark mark) {
        return false;
      }
    };
  }
}
