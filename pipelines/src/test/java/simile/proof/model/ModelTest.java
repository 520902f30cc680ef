package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random histories, compared with the ledger after each step. */
class ModelTest {
  private static final int STEPS = 30;
  private static final long SEED = Long.getLong("simile.model.seed", 20_260_801L);
  private static final int SEQUENCES = Integer.getInteger("simile.model.sequences", 300);

  @TempDir Path folder;

  @Test
  void storeInMemoryHoldsWhatTheLedgerSays() {
    Optional<String> failure =
        LongStream.range(SEED, SEED + SEQUENCES)
            .parallel()
            .mapToObj(ModelTest::failureInMemory)
            .flatMap(Optional::stream)
            .findFirst();
    assertThat(failure.orElse(""), equalTo(""));
  }

  private static Optional<String> failureInMemory(long seed) {
    return History.of(seed, STEPS).failure(() -> new MemoryWorld(seed % 10 == 0));
  }

  @Test
  void storeOfJobsHoldsWhatTheLedgerSays() {
    playByJobs(4);
  }

  @Test
  @Tag("full")
  void storeOfJobsAloneHoldsWhatTheLedgerSays() {
    playByJobs(1);
  }

  /** Plays one history in thirty, in which one run in so many is a job. */
  private void playByJobs(int oneIn) {
    for (long seed = SEED; seed < SEED + Math.max(1, SEQUENCES / 30); seed++) {
      requireRight(History.of(seed, STEPS), () -> new JobWorld(fresh(), oneIn));
    }
  }

  private Path fresh() {
    try {
      return Files.createTempDirectory(folder, "world-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireRight(History history, Supplier<World> worlds) {
    assertThat(history.failure(worlds).orElse(""), equalTo(""));
  }
}
