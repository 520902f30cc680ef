package simile.testkit.process;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Sends signals at once, through a shell that waits for them: to start a process takes longer than
 * the moments that signals are for. For one thread.
 */
public final class Signals implements Closeable {
  /** What a process can be told. */
  public enum Signal {
    STOP,
    CONT,
    KILL
  }

  private final Process shell;
  private final Writer commands;
  private final BufferedReader answers;

  public Signals() throws IOException {
    shell = new ProcessBuilder("bash").redirectError(ProcessBuilder.Redirect.DISCARD).start();
    commands = shell.outputWriter(US_ASCII);
    answers = shell.inputReader(US_ASCII);
  }

  /** Returns once it is sent; processes that are gone are passed over. */
  public void send(Signal signal, Collection<ClusterProcess> processes) throws IOException {
    String pids =
        processes.stream().map(p -> Long.toString(p.pid())).collect(Collectors.joining(" "));
    commands.write("for p in " + pids + "; do kill -" + signal + " $p; done; echo sent\n");
    commands.flush();
    if (answers.readLine() == null) {
      throw new IOException("the shell that sends signals has ended");
    }
  }

  @Override
  public void close() throws IOException {
    commands.close();
    shell.destroy();
  }
}
