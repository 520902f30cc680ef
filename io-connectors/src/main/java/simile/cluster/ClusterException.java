package simile.cluster;

import java.io.IOException;

/** A cluster that does not answer, or not as Flink's REST interface does. */
public final class ClusterException extends IOException {
  private static final long serialVersionUID = 1L;

  public ClusterException(String message) {
    super(message);
  }

  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
