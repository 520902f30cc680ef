package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import simile.cli.console.CliFailure;
import simile.cli.console.Console;
import simile.cli.console.Terminal;
import simile.jobs.ExitCode;

class CliTest {

  @Test
  void helpGoesToStandardOutput() {
    Session session = Session.of("--help");
    assertThat(session.exit(), is(0));
    assertThat(session.out(), containsString("Usage: simile"));
    assertThat(session.err(), is(emptyString()));
  }

  @Test
  void helpListsEveryCommandOnceByWhatItIsFor() {
    String help = Session.of("help").out();
    for (String name : Commands.of(Console.system()).getSubcommands().keySet()) {
      assertThat(help.split("\n  " + name + " +[A-Z]", -1).length, is(2));
    }
    assertThat(help, not(containsString("Others:")));
  }

  @Test
  void withoutACommandWhatThereIsGoesToStandardError() {
    Session session = Session.of();
    assertThat(session.exit(), is(ExitCode.USAGE.number()));
    assertThat(session.err(), is(Session.of("help").out()));
    assertThat(session.out(), is(emptyString()));
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    Set<String> names =
        Commands.of(Console.system()).getSubcommands().keySet().stream()
            .filter(name -> !name.equals("help"))
            .collect(Collectors.toSet());
    for (String name : names) {
      assertThat(Session.of(name, "--help").out(), containsString("Example"));
    }
  }

  @Test
  void misspeltCommandIsUsageAndGetsASuggestion() {
    Session session = Session.of("docter");
    assertThat(session.exit(), is(ExitCode.USAGE.number()));
    assertThat(session.err(), containsString("unknown command: docter; did you mean doctor?"));
    assertThat(session.out(), is(emptyString()));
  }

  @Test
  void misspeltOptionIsUsageAndGetsASuggestion() {
    Session session = Session.of("doctor", "--fromat", "json");
    assertThat(session.exit(), is(ExitCode.USAGE.number()));
    assertThat(session.err(), containsString("did you mean --format?"));
  }

  @Test
  void noCommandIsUsage() {
    assertThat(Session.of().exit(), is(ExitCode.USAGE.number()));
  }

  @Test
  void completionIsAScript() {
    assertThat(Session.of("completion").out(), startsWith("#!/usr/bin/env bash"));
  }

  @Test
  void failureIsOneSentenceWithoutStackTrace() {
    Session session = failing(new NoSuchFileException("/no/such.jsonl"));
    assertThat(session.exit(), is(ExitCode.ENVIRONMENT.number()));
    assertThat(session.err(), is("simile: no such file; /no/such.jsonl; check the path\n"));
  }

  @Test
  void whatADiskRefusesSaysWhereAndWhatToDo() {
    String temporary = Path.of(System.getProperty("java.io.tmpdir"), "simile-npz-1").toString();
    assertThat(
        failing(new FileSystemException("/ro/out", null, "Read-only file system")).err(),
        is("simile: Read-only file system; /ro/out; choose a place that can be written\n"));
    assertThat(
        failing(new FileSystemException("/full/out", null, "No space left on device")).err(),
        is("simile: No space left on device; /full/out; free space there, and run it again\n"));
    assertThat(
        failing(new FileSystemException(temporary, null, "No space left on device")).err(),
        is(
            "simile: No space left on device; %s; free space there, or name another folder: SIMILE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER\n"
                .formatted(temporary)));
    Session nowhere = failing(new IOException("No space left on device"));
    assertThat(nowhere.exit(), is(ExitCode.ENVIRONMENT.number()));
    assertThat(
        nowhere.err(),
        is(
            "simile: No space left on device; the disk of the store, of the output, or of Java's temporary folder %s; free space there, or name another folder: SIMILE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER\n"
                .formatted(System.getProperty("java.io.tmpdir"))));
  }

  @Test
  void verboseFailureHasTheStackTrace() {
    Session session =
        Session.with(console -> new Broken(new NoSuchFileException("x")), "broken", "-v");
    assertThat(session.err(), containsString("at simile.cli.CliTest"));
  }

  @Test
  void wordedFailureKeepsItsCodeThroughWrapping() {
    CliFailure failure =
        new CliFailure(ExitCode.CONFLICT, "locked", "/store", "no other writer", "try again");
    Session session = failing(new IllegalStateException(failure));
    assertThat(session.exit(), is(ExitCode.CONFLICT.number()));
    assertThat(session.err(), is("simile: locked; /store; no other writer; try again\n"));
  }

  @Test
  void unknownFailureIsOne() {
    Session session = failing(new IllegalStateException("odd"));
    assertThat(session.exit(), is(ExitCode.FAILED.number()));
    assertThat(session.err(), containsString("odd"));
    assertThat(session.err(), not(containsString("\tat ")));
  }

  @Test
  void outOfMemorySaysWhatToDo() {
    Session session =
        Session.with(
            console -> new Broken(new Exception(), new OutOfMemoryError("Java heap space")),
            "broken");
    assertThat(session.exit(), is(ExitCode.ENVIRONMENT.number()));
    assertThat(session.err(), containsString("SIMILE_JAVA_OPTS=-Xmx"));
  }

  @Test
  void readerThatLeavesEndsQuietly() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("EPIPE");
          }
        };
    var err = new java.io.ByteArrayOutputStream();
    Console console = Console.of(closed, err, Terminal.NONE);
    int exit = new Cli(console, c -> endless(console)).run("endless");
    assertThat(exit, is(0));
    assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8), is(emptyString()));
  }

  private static CommandLine endless(Console console) {
    return new CommandLine(new RootCommand()).addSubcommand(new Endless(console));
  }

  private static Session failing(Exception failure) {
    return Session.with(console -> new Broken(failure), "broken");
  }

  @Command(name = "broken")
  private static final class Broken implements Callable<Integer> {
    private final Exception failure;
    private final Error error;

    Broken(Exception failure) {
      this(failure, null);
    }

    Broken(Exception failure, Error error) {
      this.failure = failure;
      this.error = error;
    }

    @Override
    public Integer call() throws Exception {
      if (error != null) {
        throw error;
      }
      throw failure;
    }
  }

  @Command(name = "endless")
  private static final class Endless implements Callable<Integer> {
    private final Console console;

    Endless(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() {
      try {
        while (true) {
          console.line("more");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
