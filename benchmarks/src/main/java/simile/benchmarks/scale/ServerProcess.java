package simile.benchmarks.scale;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import simile.benchmarks.files.Folders;
import simile.testkit.process.Launcher;

/** {@code simile.servers.ServerMain}, which has a class path that does not go with Beam's. */
final class ServerProcess implements Closeable {
  private static final String MAIN = "simile.servers.ServerMain";

  private final Process process;
  private final BufferedReader answers;
  private final Path folder;
  private final String root;
  private final Map<String, String> environment = new TreeMap<>();

  private ServerProcess(Process process, Path folder) throws IOException {
    this.process = process;
    this.folder = folder;
    this.answers = process.inputReader(UTF_8);
    this.root = answer();
    for (String line = answer(); !line.equals("ready"); line = answer()) {
      String[] variable = line.split("=", 2);
      environment.put(variable[0], variable[1]);
    }
  }

  /**
   * Starts it.
   *
   * @param kind as {@code ServerMain} takes it
   * @param folder for its files; deleted in the end
   */
  static ServerProcess start(String kind, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path module = Launcher.project().resolve("file-systems/servers/target");
    String classPath =
        module.resolve("classes") + ":" + Files.readString(module.resolve("classpath"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath.strip(),
                MAIN,
                kind,
                folder.toString())
            .directory(folder.getParent().toFile())
            .redirectError(folder.resolveSibling("server.log").toFile())
            .start();
    try {
      return new ServerProcess(process, folder);
    } catch (IOException e) {
      process.destroy();
      throw e;
    }
  }

  /** What every location there begins with. */
  String root() {
    return root;
  }

  /** Variables of processes that are to find it. */
  Map<String, String> environment() {
    return environment;
  }

  long pid() {
    return process.pid();
  }

  /** How often it was asked since the last call, by kind; empty if it does not count. */
  Map<String, Long> requests() throws IOException {
    Writer questions = process.outputWriter(UTF_8);
    questions.write("\n");
    questions.flush();
    Map<String, Long> counts = new TreeMap<>();
    for (String count : answer().split(" ", -1)) {
      String[] pair = count.split("=", 2);
      if (pair.length == 2) {
        counts.put(pair[0], Long.parseLong(pair[1]));
      }
    }
    return counts;
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("a server ended; see server.log in " + folder.getParent());
    }
    return line;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a server ended", e);
    }
    Folders.delete(folder);
  }
}
