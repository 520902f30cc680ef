package simile.delete;

import java.io.IOException;

/** A line of a list of ids is none. */
public final class IdListException extends IOException {
  private static final long serialVersionUID = 1L;

  public IdListException(String file, long line, String problem) {
    super(
        "%s:%d: %s; expected an id, or JSON: \"an id\" or an object with 'id' or 'target_id'"
            .formatted(file, line, problem));
  }
}
