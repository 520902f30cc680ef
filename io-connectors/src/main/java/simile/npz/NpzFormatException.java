package simile.npz;

import java.io.IOException;

/** A file is no NPZ that can be read safely, or not one that is understood. */
public final class NpzFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  NpzFormatException(String message) {
    super(message);
  }
}
