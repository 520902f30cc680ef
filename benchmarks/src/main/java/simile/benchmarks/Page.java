package simile.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page that shows the tables, between two marks.
 *
 * @param subject what they are about
 */
record Page(Path file, Subject subject) {
  private static final String END = "<!-- end of tables -->";

  void replaceTables(String tables) throws IOException {
    String text = Files.readString(file);
    String option = subject.option().isEmpty() ? "" : subject.option() + " ";
    String mark = "<!-- tables: written by benchmarks/run " + option + "--write -->";
    int begin = text.indexOf(mark);
    int end = text.indexOf(END, Math.max(begin, 0));
    if (begin < 0 || end < begin) {
      throw new IOException("%s needs the lines %s and %s".formatted(file, mark, END));
    }
    Files.writeString(
        file, text.substring(0, begin + mark.length()) + "\n" + tables + text.substring(end));
  }
}
