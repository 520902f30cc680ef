package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Random histories, compared with the ledger after each step. */
class ModelTest {
  private static final int STEPS = 30;
  private static final long SEED = Long.getLong("simile.model.seed", 20_260_801L);
  private static final int SEQUENCES = Integer.getInteger("simile.model.sequences", 300);

  @Test
  void storeInMemoryHoldsWhatTheLedgerSays() {
    for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
      boolean sqlite = seed % 10 == 0;
      requireRight(History.of(seed, STEPS), () -> new MemoryWorld(sqlite));
    }
  }

  private static void requireRight(History history, Supplier<World> worlds) {
    assertThat(history.failure(worlds).orElse(""), equalTo(""));
  }
}
