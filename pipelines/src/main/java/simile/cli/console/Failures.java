package simile.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The one place that turns an exception into an exit code and a sentence. */
public final class Failures {

  private Failures() {}

  /** The failure as people see it; a {@link CliFailure} anywhere among the causes wins. */
  public static CliFailure of(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof CliFailure known) {
        return known;
      }
    }
    Throwable cause = unwrapped(thrown);
    return new CliFailure(exit(cause), sentence(cause), thrown);
  }

  private static Throwable unwrapped(Throwable thrown) {
    return thrown instanceof UncheckedIOException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  private static ExitCode exit(Throwable thrown) {
    if (thrown instanceof IOException
        || thrown instanceof OutOfMemoryError
        || thrown instanceof LinkageError) {
      return ExitCode.ENVIRONMENT;
    }
    return ExitCode.FAILED;
  }

  private static String sentence(Throwable thrown) {
    if (thrown instanceof NoSuchFileException missing) {
      return "no such file; " + missing.getFile() + "; check the path";
    }
    if (thrown instanceof AccessDeniedException denied) {
      return "permission denied; " + denied.getFile() + "; expected a file that this user can use";
    }
    if (thrown instanceof FileAlreadyExistsException exists) {
      return "the file is there already; " + exists.getFile() + "; choose another name";
    }
    if (thrown instanceof NotDirectoryException file) {
      return "not a folder; " + file.getFile() + "; check the path";
    }
    if (thrown instanceof FileSystemException other && other.getReason() != null) {
      return other.getReason() + "; " + other.getFile();
    }
    if (thrown instanceof OutOfMemoryError) {
      return "out of memory ("
          + thrown.getMessage()
          + "); give the JVM a larger heap: SIMILE_JAVA_OPTS=-Xmx4g";
    }
    String message = thrown.getMessage();
    String name = thrown.getClass().getSimpleName();
    if (thrown instanceof IOException && message != null) {
      return message;
    }
    return (message == null ? name : name + ": " + message) + "; run it again with -v for details";
  }
}
