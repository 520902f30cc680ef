package simile.cli;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import simile.cli.console.CliFailure;
import simile.jobs.ExitCode;
import simile.jobs.LeftRunningException;
import simile.log.CommitUnknownException;

/** The one place that turns an exception into a sentence, beside its exit code. */
final class Failures {

  private Failures() {}

  /** The failure as people see it; a {@link CliFailure} anywhere among the causes wins. */
  static CliFailure of(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof CliFailure known) {
        return known;
      }
    }
    Throwable cause = unwrapped(thrown);
    return new CliFailure(ExitCode.of(cause), sentence(cause), thrown);
  }

  private static Throwable unwrapped(Throwable thrown) {
    return thrown instanceof UncheckedIOException && thrown.getCause() != null
        ? thrown.getCause()
        : thrown;
  }

  private static String sentence(Throwable thrown) {
    if (thrown instanceof FileSystemException file) {
      return sentence(file);
    }
    if (thrown instanceof OutOfMemoryError) {
      return "out of memory ("
          + thrown.getMessage()
          + "); give the JVM a larger heap: SIMILE_JAVA_OPTS=-Xmx4g";
    }
    String message = thrown.getMessage();
    if (thrown instanceof LeftRunningException) {
      return message;
    }
    if (thrown instanceof CommitUnknownException) {
      return message + "; run it again with the same --run-id to learn whether it was committed";
    }
    if (thrown instanceof IOException && DiskRefusals.FULL.equals(message)) {
      return message + "; " + DiskRefusals.somewhere();
    }
    if (message != null && (ExitCode.isWrongUse(thrown) || thrown instanceof IOException)) {
      return thrown instanceof EOFException ? "a file ends too early; " + message : message;
    }
    String name = thrown.getClass().getSimpleName();
    return (message == null ? name : name + ": " + message) + "; run it again with -v for details";
  }

  private static String sentence(FileSystemException thrown) {
    String file = thrown.getFile();
    if (thrown instanceof NoSuchFileException) {
      return "no such file; " + file + "; check the path";
    }
    if (thrown instanceof AccessDeniedException) {
      return "permission denied; " + file + "; expected a file that this user can use";
    }
    if (thrown instanceof FileAlreadyExistsException) {
      return "the file is there already; " + file + "; choose another name";
    }
    if (thrown instanceof NotDirectoryException) {
      return "not a folder; " + file + "; a store is a folder: check the path";
    }
    return thrown.getReason() == null
        ? thrown.getMessage()
        : thrown.getReason() + "; " + file + DiskRefusals.next(thrown.getReason(), file);
  }
}
