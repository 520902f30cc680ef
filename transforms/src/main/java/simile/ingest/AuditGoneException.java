package simile.ingest;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

/** An audit file of a split is gone: most likely the run has ended before, and replaced it. */
final class AuditGoneException extends IOException {
  private static final long serialVersionUID = 1L;

  AuditGoneException(NoSuchFileException cause) {
    super(
        "'%s' is gone: something deleted it while its run ended".formatted(cause.getFile()), cause);
  }
}
