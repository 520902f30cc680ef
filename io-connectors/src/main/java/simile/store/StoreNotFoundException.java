package simile.store;

import java.io.IOException;

/** There is no store at a place, or no such collection in it. */
public final class StoreNotFoundException extends IOException {
  private static final long serialVersionUID = 1L;

  public StoreNotFoundException(String message) {
    super(message);
  }
}
