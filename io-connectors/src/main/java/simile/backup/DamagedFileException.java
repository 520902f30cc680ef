package simile.backup;

import java.io.IOException;
import simile.files.StoreFiles;
import simile.segment.DataFile;

/** A file of the store that is copied is not what was once written. */
public final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedFileException(StoreFiles source, DataFile file, String found) {
    this(source, file, found, null);
  }

  DamagedFileException(StoreFiles source, DataFile file, String found, Throwable cause) {
    super(
        "'%s/%s' is damaged: expected %d bytes with the SHA-256 %s, found %s. The copy is not finished, and no store; repair or restore the file, then run it again"
            .formatted(source.root(), file.path(), file.bytes(), file.sha256(), found),
        cause);
  }
}
