package simile.testkit.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts a script of the project in a process of its own. */
public final class Launcher {

  /** What it said and how it ended. */
  public record Ended(int exit, String out, String err) {}

  private final Path script;
  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /**
   * @param script what is started
   * @param folder where it runs and where its output is kept
   */
  public Launcher(Path script, Path folder) {
    this.script = script;
    this.folder = folder;
  }

  /** The project that is being built. */
  public static Path project() {
    return Path.of(System.getProperty("simile.root"));
  }

  /** Its processes get this environment variable. */
  public Launcher with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Its processes get these environment variables. */
  public Launcher with(Map<String, String> variables) {
    environment.putAll(variables);
    return this;
  }

  /** Runs it to its end. */
  public Ended run(String... args) throws IOException, InterruptedException {
    return start(args).await();
  }

  /** Starts it. */
  public Running start(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "launcher", ".out");
    Path err = Files.createTempFile(folder, "launcher", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    return new Running(builder.start(), out, err);
  }

  /**
   * A script that has been started.
   *
   * @param out the file of its output
   * @param err the file of what it says besides
   */
  public record Running(Process process, Path out, Path err) {
    /** Waits for its end. */
    public Ended await() throws IOException, InterruptedException {
      process.getOutputStream().close();
      int exit = process.waitFor();
      return new Ended(exit, text(out), text(err));
    }

    private static String text(Path file) throws IOException {
      return new String(Files.readAllBytes(file), UTF_8);
    }
  }
}
