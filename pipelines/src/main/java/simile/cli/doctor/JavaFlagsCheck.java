package simile.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file of JVM flags that pipelines need: embedded Flink fails in strange ways without them. */
final class JavaFlagsCheck implements Check {

  private final Path file;

  JavaFlagsCheck(Path file) {
    this.file = file;
  }

  @Override
  public String name() {
    return "java flags";
  }

  @Override
  public Finding look() throws IOException {
    if (!Files.isReadable(file)) {
      return Finding.fail(
          name(), file + " is missing", "restore it: pipelines open parts of the JDK with it");
    }
    List<String> missing = notIn(Files.readAllLines(file));
    return missing.isEmpty()
        ? Finding.ok(name(), "pipelines start with " + file.getFileName())
        : Finding.fail(
            name(), "without " + String.join(" ", missing), "add these lines to " + file);
  }

  private static List<String> notIn(List<String> lines) {
    return List.of("java.lang", "java.util", "java.nio", "java.time").stream()
        .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
        .filter(flag -> !lines.contains(flag))
        .toList();
  }
}
