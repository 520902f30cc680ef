package simile.foreign;

import java.io.IOException;

/** A file is not what its name says, damaged, or not plain data; nothing of it was taken. */
public final class ForeignFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file as people know it
   * @param why what is wrong, what was expected, and what to do
   */
  public ForeignFileException(String file, String why) {
    super(file + ": " + why);
  }

  public ForeignFileException(String file, String why, Throwable cause) {
    super(file + ": " + why, cause);
  }
}
