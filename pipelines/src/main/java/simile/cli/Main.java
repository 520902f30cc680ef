package simile.cli;

import simile.cli.console.Console;

/** The command {@code simile}. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.exit(new Cli(Console.system()).run(args));
  }
}
