package simile.benchmarks.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What is done to folders and files of a benchmark. */
public final class Folders {
  private Folders() {}

  /** Deletes a folder and all that is in it; does nothing if there is none. */
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Brings a file into the page cache. */
  public static void readIntoPageCache(Path file) throws IOException {
    try (OutputStream nowhere = OutputStream.nullOutputStream()) {
      Files.copy(file, nowhere);
    }
  }
}
