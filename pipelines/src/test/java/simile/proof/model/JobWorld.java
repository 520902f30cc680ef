package simile.proof.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import simile.files.LocalFiles;
import simile.testkit.WatchedFiles;

/**
 * A store in a local folder, changed by whole jobs in this process, in real time.
 *
 * @param oneIn one run in so many is a job; the others run without a runner, which is faster
 */
record JobWorld(Path folder, int oneIn) implements World {

  @Override
  public Operations operations() throws IOException {
    Path inputs = Files.createDirectories(folder.resolve("inputs"));
    Path store = folder.resolve("store");
    Operations plain =
        new PlainOperations(new LocalFiles(store), Clock.systemUTC(), false, new TreeSet<>());
    return new MixedOperations(new JobOperations(store, inputs), plain, oneIn);
  }

  /** Jobs are killed in processes of their own, see {@link simile.proof.crash}. */
  @Override
  public Optional<Operations> mortal(WatchedFiles.Watcher watcher) {
    return Optional.empty();
  }

  @Override
  public void crash(RandomGenerator random) {
    throw new UnsupportedOperationException("no process dies here");
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void tick() {
    // Real time passes by itself.
  }
}
