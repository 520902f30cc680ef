package simile.merge;

import java.io.IOException;

/** A row's bytes are not those that its segment was written with. */
public final class CorruptRowException extends IOException {
  private static final long serialVersionUID = 1L;

  public CorruptRowException(String path, long offset, String id) {
    super(
        path
            + " is damaged: the checksum of record '"
            + id
            + "' at byte "
            + offset
            + " does not match; restore the file from a backup");
  }
}
