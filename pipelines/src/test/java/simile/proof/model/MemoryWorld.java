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
  private final UnaryOperator<StoreFiles> broken;
  private final boolean sqlite;
  private final Set<String> announced = new TreeSet<>();

  /**
   * @param broken what storage makes of the files: nothing, unless a rule is to be broken
   */
  MemoryWorld(boolean sqlite, UnaryOperator<StoreFiles> broken) {
    this.sqlite = sqlite;
    this.broken = broken;
  }

  @Override
  public Operations operations() {
    return new PlainOperations(broken.apply(disk), clock, sqlite, announced);
  }

  @Override
  public Optional<Operations> mortal(WatchedFiles.Watcher watcher) {
    StoreFiles watched = new WatchedFiles(broken.apply(disk), watcher);
    return Optional.of(new PlainOperations(watched, clock, sqlite, announced));
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
