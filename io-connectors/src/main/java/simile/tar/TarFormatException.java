package simile.tar;

import java.io.IOException;

/** An archive is damaged, unsafe or not understood; the message says what is wrong with it. */
public final class TarFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  TarFormatException(String message) {
    super(message);
  }
}
