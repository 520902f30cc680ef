package simile.cli.console;

import java.io.Closeable;

/** Shows how far something is. Called from one thread, a few times a second. */
public interface Progress extends Closeable {

  /**
   * So much is done. Never less than before.
   *
   * @param bytes that were read
   * @param items rows or files
   * @param rejected how many of them were rejected, and why; empty if none was
   */
  void at(long bytes, long items, String rejected);

  /** Ends the display. */
  @Override
  void close();

  /**
   * The display that suits: a bar on a terminal, a line every few seconds elsewhere, nothing if
   * {@code quiet}.
   *
   * @param totalBytes the size of the input, or -1 if unknown
   * @param counted what is counted beside bytes
   */
  static Progress of(Console console, boolean quiet, long totalBytes, Counted counted) {
    Pace pace = new Pace(System::nanoTime, totalBytes, counted);
    if (quiet) {
      return new SilentProgress();
    }
    return console.terminal().errIsTerminal()
        ? new BarProgress(console, pace)
        : new LineProgress(console, pace);
  }
}
