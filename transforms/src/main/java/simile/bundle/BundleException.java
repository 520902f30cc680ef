package simile.bundle;

import java.io.IOException;

/** Something is no bundle, or not one that can be taken; the message says where and why. */
public final class BundleException extends IOException {
  private static final long serialVersionUID = 1L;

  public BundleException(String message) {
    super(message);
  }

  public BundleException(String message, Throwable cause) {
    super(message, cause);
  }
}
