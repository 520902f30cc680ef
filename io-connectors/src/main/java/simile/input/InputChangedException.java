package simile.input;

import java.io.IOException;

/** An input file changed between the submission of a run and the end of reading it. */
public final class InputChangedException extends IOException {
  private static final long serialVersionUID = 1L;

  public InputChangedException(SourceFile file, FileStamp now) {
    super(
        file.name()
            + " changed while it was read: it had "
            + file.stamp().bytes()
            + " bytes ("
            + file.stamp().tag()
            + "), now "
            + now.bytes()
            + " ("
            + now.tag()
            + "); nothing was committed, run again once it is at rest");
  }
}
