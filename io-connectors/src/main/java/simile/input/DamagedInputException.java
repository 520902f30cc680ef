package simile.input;

import java.io.IOException;

/**
 * What an input holds is damaged, whatever storage it is on: it cannot be unpacked, or is not what
 * its format demands. Readers throw it; people see it as {@link InputException}.
 */
public final class DamagedInputException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param cause what the decoder says
   */
  public DamagedInputException(Exception cause) {
    super(
        "it is cut short or damaged%s; get the file again, or leave it out"
            .formatted(cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")"),
        cause);
  }
}
