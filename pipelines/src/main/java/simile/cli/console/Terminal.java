package simile.cli.console;

/**
 * What is known of the terminal; the launcher finds out and passes it on, since Java cannot.
 *
 * @param outIsTerminal whether standard output is one
 * @param errIsTerminal whether standard error is one
 * @param columns the width of the terminal in cells, or 0 if unknown
 * @param colour whether colours are wanted there
 */
public record Terminal(boolean outIsTerminal, boolean errIsTerminal, int columns, boolean colour) {

  /** No terminal at all. */
  public static final Terminal NONE = new Terminal(false, false, 0, false);

  /** Reads {@code simile.tty.out}, {@code simile.tty.err}, {@code simile.columns}, NO_COLOR. */
  public static Terminal detected() {
    boolean out = Boolean.getBoolean("simile.tty.out");
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    String noColour = System.getenv("NO_COLOR");
    boolean colour = out && !dumb && (noColour == null || noColour.isEmpty());
    return new Terminal(
        out, Boolean.getBoolean("simile.tty.err"), Integer.getInteger("simile.columns", 0), colour);
  }
}
