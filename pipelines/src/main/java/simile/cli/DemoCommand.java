package simile.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import simile.cli.console.Console;
import simile.cli.option.Version;

/** {@code simile demo}: a first look, with analogies that come with it. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Ingest sample analogies into a store, query them, and show the commands.",
    footerHeading = "%nExample:%n",
    footer = {"  simile demo --store /tmp/demo-store"})
final class DemoCommand implements Callable<Integer> {
  private static final String SAMPLE = "demo.jsonl";

  /** Runs a command line and answers its exit code. */
  @FunctionalInterface
  interface Shell {
    int run(String... args);
  }

  private final Console console;
  private final Shell shell;

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description = "The store; made if it is not there (default: a new temporary folder).")
  private Optional<String> store = Optional.empty();

  DemoCommand(Console console, Shell shell) {
    this.console = console;
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("simile-demo-");
    Path sample = folder.resolve(SAMPLE);
    try (InputStream in = DemoCommand.class.getResourceAsStream(SAMPLE)) {
      Files.copy(in, sample);
    }
    String place = store.orElseGet(() -> folder.resolve("store").toString());
    for (List<String> command : play(place, sample.toString())) {
      int exit = run(command);
      if (exit != 0) {
        return exit;
      }
    }
    console.line("");
    console.line("The store is " + place + ". What else there is: simile --help");
    return 0;
  }

  private static List<List<String>> play(String store, String sample) {
    return List.of(
        List.of("ingest", "--store", store, "--input", sample),
        List.of(
            "query",
            "--store",
            store,
            "--min-quality",
            "0.85",
            "--order-by",
            "quality_score:desc",
            "--limit",
            "5"),
        List.of("query", "--store", store, "--domain", "languages", "--format", "jsonl"),
        List.of("history", "--store", store));
  }

  private int run(List<String> command) throws IOException {
    String typed = command.stream().map(DemoCommand::quoted).collect(Collectors.joining(" "));
    console.line("");
    console.line("$ simile " + typed);
    console.out().flush();
    return shell.run(command.toArray(String[]::new));
  }

  /** As a shell needs it. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
