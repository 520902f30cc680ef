package simile.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Numbers of a text file of {@code /proc}, in which each line begins with a name. */
final class ProcFile {
  private ProcFile() {}

  /** The first number after a name; 0 if there is none, or no such file (any more). */
  static long number(Path file, String name) {
    try {
      for (String line : Files.readAllLines(file)) {
        String field = line.strip();
        if (field.startsWith(name + ":")) {
          String[] words = field.substring(name.length() + 1).strip().split("\\s+", -1);
          return Long.parseLong(words[0]);
        }
      }
    } catch (IOException e) {
      return 0; // it has just ended, or there is no /proc
    }
    return 0;
  }
}
