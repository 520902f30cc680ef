package simile.files;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Collection;

/** What there is to do when a write fails: say where, and leave nothing that only takes space. */
public final class FailedWrite {
  /** What helps where Java's temporary folder does not. */
  public static final String OTHER_TEMPORARY =
      "name another folder: SIMILE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER";

  private FailedWrite() {}

  /** The failure with the file's name, which the system's own ("No space left…") lacks. */
  public static IOException at(Path file, IOException failure) {
    // Both are told apart by their type.
    if (failure instanceof FileSystemException || failure instanceof ClosedChannelException) {
      return failure;
    }
    return new IOException(
        "cannot write '%s': %s; check the disk's space and health, %s"
            .formatted(
                file,
                failure.getMessage(),
                isTemporary(file) ? "or " + OTHER_TEMPORARY : "and run it again"),
        failure);
  }

  /** Java's temporary folder. */
  public static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().normalize();
  }

  /** Whether a file is one that we made, or lies in one, in Java's temporary folder. */
  public static boolean isTemporary(Path file) {
    Path all = temporary();
    Path whole = file.toAbsolutePath().normalize();
    return !whole.equals(all)
        && whole.startsWith(all)
        && all.relativize(whole).toString().startsWith("simile-");
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
