package simile.files;

import java.io.IOException;

/** A place that cannot hold a store: nothing serves its scheme, or it lacks what a commit needs. */
public final class UnsupportedStoreException extends IOException {
  private static final long serialVersionUID = 1L;

  public UnsupportedStoreException(String message) {
    super(message);
  }

  public UnsupportedStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
