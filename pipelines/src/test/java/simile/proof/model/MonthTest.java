package simile.proof.model;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store under a scheduler stays as fast as it was, and loses nothing. */
class MonthTest {
  private static final long SEED = Long.getLong("simile.model.seed", 20_261_128L);

  @Test
  void compactionsKeepUpForThirtyDays() throws Exception {
    Month.Figures seen = new Month(SEED, true).live(30);
    assertThat(seen.toString(), seen.killed, greaterThan(60));
    assertThat(seen.toString(), seen.overruns, greaterThan(30));
  }

  @Test
  void aStoreThatIsNotCompactedIsSlowWithinDays() {
    AssertionError slow = assertThrows(AssertionError.class, () -> new Month(SEED, false).live(30));
    assertThat(slow.getMessage(), containsString("in hour "));
  }

  @Test
  @Tag("full")
  void compactionsKeepUpForManyMonths() throws Exception {
    for (long seed = SEED; seed < SEED + 10; seed++) {
      System.out.println("seed " + seed + ": " + new Month(seed, true).live(60));
    }
  }
}
