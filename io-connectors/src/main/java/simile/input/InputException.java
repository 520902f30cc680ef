package simile.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** An input file could not be opened, read or decompressed. */
public final class InputException extends IOException {
  private static final long serialVersionUID = 1L;

  public InputException(Piece piece, IOException cause) {
    super(
        "cannot read "
            + piece.file().name()
            + (piece.isWhole() ? "" : " from byte " + piece.start())
            + ": "
            + (cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage()),
        cause);
  }

  /** Whether the file itself is to blame, and not the storage that it is on. */
  public boolean isDamage() {
    return getCause() instanceof DamagedInputException;
  }

  /** Whether there is no such file any more. */
  public boolean isGone() {
    return getCause() instanceof FileNotFoundException || getCause() instanceof NoSuchFileException;
  }
}
