package simile.chaos;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import simile.testkit.process.Launcher;
import simile.testkit.process.SessionCluster;
import simile.testkit.process.Signals;

/**
 * Where trials take place.
 *
 * @param cluster runs their runs
 * @param storage holds their stores
 * @param input what is ingested
 * @param again the same ids with other records
 * @param folder for what commands say
 */
record Site(
    SessionCluster cluster, Storage storage, Signals signals, Path input, Path again, Path folder) {

  /** Runs a command to its end. */
  Launcher.Ended simile(List<String> command, String location) throws IOException {
    try {
      return launcher().run(words(command, location));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  /** Runs a command that must end well. */
  Launcher.Ended done(List<String> command, String location) throws IOException {
    Launcher.Ended ended = simile(command, location);
    if (ended.exit() != 0) {
      throw new AssertionError(
          "%s ended with %d: %s%s".formatted(command, ended.exit(), ended.err(), ended.out()));
    }
    return ended;
  }

  /** Starts a command. */
  Launcher.Running start(List<String> command, String location) throws IOException {
    return launcher().start(words(command, location));
  }

  private Launcher launcher() {
    return new Launcher(Launcher.project().resolve("simile"), folder).with(storage.environment());
  }

  private static String[] words(List<String> command, String location) {
    return Stream.concat(command.stream(), Stream.of("--store", location)).toArray(String[]::new);
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted while a command ran");
  }
}
