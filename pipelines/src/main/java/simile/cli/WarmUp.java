package simile.cli;

import java.io.OutputStream;
import simile.cli.console.Console;
import simile.cli.console.Terminal;

/**
 * Runs what quick commands run, without output. The launcher starts it once after a build, to learn
 * which classes to keep ready for class data sharing.
 */
final class WarmUp {

  private WarmUp() {}

  public static void main(String[] args) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Cli cli = new Cli(Console.of(nowhere, nowhere, Terminal.NONE));
    cli.run("--help");
    cli.run("doctor", "--help");
    for (String format : new String[] {"table", "json", "jsonl", "csv"}) {
      cli.run("doctor", "--format", format);
    }
    cli.run("dcotor");
  }
}
