package simile.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page that shows the tables, between two marks. */
record Page(Path file) {
  private static final String BEGIN = "<!-- tables: written by benchmarks/run --write -->";
  private static final String END = "<!-- end of tables -->";

  void replaceTables(String tables) throws IOException {
    String text = Files.readString(file);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException("%s needs the lines %s and %s".formatted(file, BEGIN, END));
    }
    Files.writeString(
        file, text.substring(0, begin + BEGIN.length()) + "\n" + tables + text.substring(end));
  }
}
