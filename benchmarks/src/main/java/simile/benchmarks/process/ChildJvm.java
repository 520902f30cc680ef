package simile.benchmarks.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process of Java with this one's class path. */
public final class ChildJvm {
  private ChildJvm() {}

  /**
   * One that can be started.
   *
   * @param main its class
   * @param options of the JVM
   */
  public static ProcessBuilder of(Class<?> main, List<String> arguments, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add("-Dsimile.root=" + System.getProperty("simile.root"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  /**
   * What one says until its end.
   *
   * @param environment variables that it needs
   * @throws IOException if it ends with another code than 0
   */
  public static String said(
      Class<?> main, List<String> arguments, Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        of(main, arguments, options).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(main.getSimpleName() + " " + arguments + " ended with " + code);
    }
    return said;
  }
}
