package simile.proof.model;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import simile.testkit.WatchedFiles;

/** A place for a history: a store that begins empty, and its clock. */
interface World {
  /** The ways to change the store. */
  Operations operations() throws IOException;

  /**
   * The same, by a process that ends as the watcher wants.
   *
   * @return empty where no process can be ended
   */
  Optional<Operations> mortal(WatchedFiles.Watcher watcher) throws IOException;

  /** The power goes. */
  void crash(RandomGenerator random);

  Instant now();

  /** Time passes. */
  void tick();
}
