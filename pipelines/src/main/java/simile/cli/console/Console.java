package simile.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Where a command writes: data to {@link #out}, everything else to {@link #err}; UTF-8 whatever the
 * locale.
 *
 * @param out data, buffered; a write fails with {@link OutputClosedException} once the reader left
 * @param err messages
 * @param terminal what is known of the terminal
 */
public record Console(OutputStream out, PrintStream err, Terminal terminal) {
  private static final int BUFFER = 1 << 16;

  /** The process's own streams. */
  public static Console system() {
    return of(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Terminal.detected());
  }

  /** Any two streams. */
  public static Console of(OutputStream out, OutputStream err, Terminal terminal) {
    return new Console(
        new BufferedOutputStream(new PipeOutput(out), BUFFER),
        new PrintStream(err, true, UTF_8),
        terminal);
  }

  /** Writes a line of data. */
  public void line(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.write('\n');
  }

  /** Writes a message for the person. */
  public void say(String text) {
    err.print(text + "\n");
  }
}
