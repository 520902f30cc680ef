package simile.testkit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import simile.log.LogVerifier;

/**
 * What every kind of storage must do that several processes can use. A subclass says only where.
 */
public abstract class SharedFilesContract extends StoreFilesContract {

  /** What another process opens to get at the same root. */
  protected abstract String location() throws IOException;

  /** The system properties that another process needs for that. */
  protected Map<String, String> properties() {
    return Map.of();
  }

  @Test
  void ofFourProcessesThatPutOneNameExactlyOneWins() throws Exception {
    try (RacingProcesses racers = RacingProcesses.start(4, location(), properties())) {
      for (int round = 0; round < 50; round++) {
        List<String> won = racers.tell("race/" + round);
        assertThat(won, hasItem("true"));
        assertThat(Collections.frequency(won, "false"), is(3));
        assertThat(text("race/" + round), equalTo("racer " + won.indexOf("true")));
      }
    }
  }

  @Test
  void ofFourProcessesEachCommitLandsExactlyOnce() throws Exception {
    List<Long> versions = new ArrayList<>();
    try (RacingProcesses racers = RacingProcesses.start(4, location(), properties())) {
      for (int round = 0; round < 50; round++) {
        String run = "commit run-" + round + "-";
        for (String said : racers.tellEach(List.of(run + 0, run + 1, run + 2, run + 3))) {
          versions.add(Long.valueOf(said));
        }
      }
    }
    versions.sort(Comparator.naturalOrder());
    assertThat(versions, equalTo(LongStream.rangeClosed(1, 200).boxed().toList()));
    assertThat(new LogVerifier(open()).requireWhole(), is(200L));
  }
}
