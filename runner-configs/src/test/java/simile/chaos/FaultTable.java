package simile.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import simile.testkit.process.Launcher;

/** The rows of all trials of a suite, as a table in {@code runner-configs/target/}. */
final class FaultTable {
  private static final String HEAD =
      """
      | fault | moment | run | storage | records | outcome | commits | restarts | attempts | orphans | seconds | verdict |
      |---|---|---|---|---|---|---|---|---|---|---|---|
      """;

  private final Path file;
  private final List<Row> rows = new ArrayList<>();

  FaultTable(String name) {
    this.file = Launcher.project().resolve("runner-configs/target/" + name);
  }

  /** Writes the table anew, so that what was tried is there however the suite ends. */
  synchronized void add(Row row) throws IOException {
    rows.add(row);
    StringBuilder text = new StringBuilder(HEAD);
    rows.forEach(each -> text.append(each.line()).append('\n'));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    System.out.println(row.line());
  }
}
