package simile.cli.console;

/** What a process says when it ends. The numbers are documented and never change. */
public enum ExitCode {
  /** It is done. */
  DONE(0),
  /** Anything that no other code names. */
  FAILED(1),
  /** The arguments are wrong. */
  USAGE(2),
  /** The input broke its contract more often than allowed; nothing was committed but the audit. */
  GATE(3),
  /** There was nothing to do. */
  NOTHING(4),
  /** Another writer was faster, or holds what is needed. */
  CONFLICT(5),
  /** Java, a disk, a permission, the network. */
  ENVIRONMENT(6);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
