package simile.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** Runs other programs, where the machine has them. */
public final class Programs {
  private Programs() {}

  /** Skips the test where this command does not succeed. */
  public static void assume(String what, String... command) {
    boolean there;
    try {
      String unused = output(command);
      there = true;
    } catch (IOException e) {
      there = false;
    }
    Assumptions.assumeTrue(there, "skipped: " + what + " is not here");
  }

  /** What a command prints, errors included. */
  public static String output(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command[0] + " failed: " + printed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    return printed;
  }
}
