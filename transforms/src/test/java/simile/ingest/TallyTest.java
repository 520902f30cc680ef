package simile.ingest;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.log.Counts;

class TallyTest {

  @Test
  void talliesAddUp() {
    Tally run = new Tally();
    for (int split = 0; split < 3; split++) {
      Tally tally = new Tally();
      tally.accepted();
      tally.accepted();
      tally.rejected();
      tally.blank();
      tally.deletion();
      tally.wrote(1, 100);
      tally.read(50);
      tally.violation("a");
      tally.warning("b");
      tally.quality(0.5);
      run.add(tally);
    }
    assertThat(run.counts(), is(new Counts(9, 3, 6, 3, 3, 3, 150, 300)));
    assertThat(run.violations(), is(Map.of("a", 3L)));
    assertThat(run.warnings(), is(Map.of("b", 3L)));
    assertThat(run.quality()[10], is(3L));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0.049,0", "0.05,1", "0.999,19", "1,19"})
  void scoreIsInItsTwentieth(double score, int bar) {
    Tally tally = new Tally();
    tally.quality(score);
    assertThat(tally.quality()[bar], is(1L));
  }

  /** Read, rejected, greatest ratio, greatest number, and whether the run may commit. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, true",
    "10, 0, 0, 0, true",
    "10, 1, 0, 100, false",
    "10, 1, 0.1, 100, true",
    "10, 2, 0.1, 100, false",
    "10, 2, 1, 2, true",
    "10, 2, 1, 1, false",
    "10, 10, 1, 100, false",
    "1000000, 10001, 0.01, 1000000, false",
    "1000000, 10000, 0.01, 1000000, true",
    "3, 1, 0.3333333333333333, 9, true",
  })
  void gateOpensUpToItsLimits(
      long read, long rejected, double ratio, long violations, boolean mayCommit) {
    Counts counts = new Counts(read, 0, read - rejected, rejected, 0, 0, 0, 0);
    Optional<String> failure = new Gate(ratio, violations).failure(counts);
    assertThat(failure.toString(), failure.isEmpty(), is(mayCommit));
    failure.ifPresent(reason -> assertThat(reason, containsString("rejected")));
  }

  @Test
  void gateRefusesLimitsThatMeanNothing() {
    assertThrows(IllegalArgumentException.class, () -> new Gate(-0.1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Gate(1.1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Gate(Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new Gate(0, -1));
  }
}
