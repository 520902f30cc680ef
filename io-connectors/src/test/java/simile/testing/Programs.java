package simile.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Runs other programs, where the machine has them. */
public final class Programs {
  private Programs() {}

  /** Skips the test where python3 or numpy is missing. */
  public static void assumeNumpy() {
    Assumptions.assumeTrue(
        succeeds("python3", "-c", "import numpy"), "skipped: python3 with numpy is not here");
  }

  /** Skips the test where the program is missing. */
  public static void assumeProgram(String name, String versionOption) {
    Assumptions.assumeTrue(succeeds(name, versionOption), "skipped: " + name + " is not here");
  }

  /** Runs a script. @return what it printed */
  public static String python(String script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3", "-c", script));
    command.addAll(List.of(arguments));
    return output(command);
  }

  /** Runs a program. @return what it printed, errors included */
  public static String output(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command.get(0) + " failed: " + printed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return printed;
  }

  private static boolean succeeds(String... command) {
    try {
      output(List.of(command));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
