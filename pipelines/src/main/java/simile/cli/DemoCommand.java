package simile.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import simile.cli.console.Console;
import simile.cli.console.ExitCode;

/** {@code simile demo}: a first look, with analogies that come with it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Ingest sample analogies into a new store, query them, and show the commands.",
    footerHeading = "%nExample:%n",
    footer = {"  simile demo --store /tmp/demo-store"})
final class DemoCommand implements Callable<Integer> {

  /** A demonstration. */
  @FunctionalInterface
  interface Demo {
    /** Plays in this store; a new temporary one if none is given. Says each command it runs. */
    ExitCode play(Optional<String> store, Console console) throws IOException;
  }

  private final Console console;
  private final Demo demo;

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description = "Where to make the store (default: a new temporary folder).")
  private Optional<String> store = Optional.empty();

  DemoCommand(Console console, Demo demo) {
    this.console = console;
    this.demo = demo;
  }

  @Override
  public Integer call() throws IOException {
    return demo.play(store, console).number();
  }
}
