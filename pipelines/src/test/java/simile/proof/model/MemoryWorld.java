package simile.proof.model;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import simile.files.StoreFiles;
import simile.testkit.MemoryFiles;
import simile.testkit.WatchedFiles;

/** A store in memory, changed without a runner. */
final class MemoryWorld implements World {
  private final MemoryFiles disk = new MemoryFiles();
  private final ModelClock clock = new ModelClock();
  private final boolean sqlite;
  private final UnaryOperator<StoreFiles> storage;
  private final UnaryOperator<Operations> behaviour;
  private final Set<String> announced = new TreeSet<>();

  MemoryWorld(boolean sqlite) {
    this(sqlite, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /**
   * A world in which a rule may be broken.
   *
   * @param storage what becomes of the files
   * @param behaviour what becomes of the operations
   */
  MemoryWorld(
      boolean sqlite, UnaryOperator<StoreFiles> storage, UnaryOperator<Operations> behaviour) {
    this.sqlite = sqlite;
    this.storage = storage;
    this.behaviour = behaviour;
  }

  @Override
  public Operations operations() {
    return on(disk);
  }

  @Override
  public Optional<Operations> mortal(WatchedFiles.Watcher watcher) {
    return Optional.of(on(new WatchedFiles(disk, watcher)));
  }

  private Operations on(StoreFiles files) {
    return behaviour.apply(new PlainOperations(storage.apply(files), clock, sqlite, announced));
  }

  @Override
  public void crash(RandomGenerator random) {
    disk.crash(random);
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void tick() {
    clock.tick();
  }
}
