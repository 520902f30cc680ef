package simile.files;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Collection;

/** What there is to do when a write fails: say where, and leave nothing that only takes space. */
public final class FailedWrite {
  private FailedWrite() {}

  /** The failure with the file's name, which the system's own ("No space left…") lacks. */
  public static IOException at(Path file, IOException failure) {
    // Both are told apart by their type.
    if (failure instanceof FileSystemException || failure instanceof ClosedChannelException) {
      return failure;
    }
    return new IOException(
        "cannot write '%s': %s; check the disk's space and health, and run it again"
            .formatted(file, failure.getMessage()),
        failure);
  }

  /**
   * Deletes files that this process made and that nobody will be told of, as far as possible.
   *
   * @param failure why; gets what cannot be deleted as suppressed
   */
  public static void discard(StoreFiles files, Collection<String> paths, Exception failure) {
    for (String path : paths) {
      try {
        files.delete(path);
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }
  }
}
