package simile.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main class of the tests in a process of its own. */
public final class Children {
  /** What a halted child answers. */
  public static final int HALTED = 137;

  private Children() {}

  /**
   * How a child ended.
   *
   * @param exit its exit code
   * @param printed on both outputs
   */
  public record Ended(int exit, String printed) {}

  /** Runs it to its end. */
  public static Ended run(Class<?> main, List<String> flags, String... arguments)
      throws IOException, InterruptedException {
    return ended(start(main, flags, arguments));
  }

  /**
   * Runs it to its end, where it may have only so many files open at once.
   *
   * @param openFiles jars and the JVM's own count too
   */
  public static Ended runWith(int openFiles, Class<?> main, List<String> flags, String... arguments)
      throws IOException, InterruptedException {
    List<String> limited =
        new ArrayList<>(List.of("sh", "-c", "ulimit -n " + openFiles + " && exec \"$@\"", "sh"));
    limited.addAll(command(main, flags, arguments));
    return ended(new ProcessBuilder(limited).redirectErrorStream(true).start());
  }

  /** Starts it. */
  public static Process start(Class<?> main, List<String> flags, String... arguments)
      throws IOException {
    return new ProcessBuilder(command(main, flags, arguments)).redirectErrorStream(true).start();
  }

  private static Ended ended(Process process) throws IOException, InterruptedException {
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), printed);
  }

  private static List<String> command(Class<?> main, List<String> flags, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of(System.getProperty("simile.root"), "runner-configs", "java.flags"));
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(flags);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
