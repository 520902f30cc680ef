package simile.rollback;

import java.io.IOException;
import java.util.SortedSet;

/** A version cannot come back, since files that it needs are not there, or have another size. */
public final class FilesMissingException extends IOException {
  private static final long serialVersionUID = 1L;

  FilesMissingException(long version, SortedSet<String> paths) {
    super(
        "version %d cannot come back: %d of its files are missing or cut, the first is %s. Nothing was changed; see 'simile verify', or restore the files from a backup"
            .formatted(version, paths.size(), paths.first()));
  }
}
