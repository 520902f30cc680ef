package simile.chaos;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simile.testkit.process.SessionCluster;
import simile.testkit.process.SharedCluster;

/** Three faults of every build; {@link AllFaultsIT} has the others. */
@ExtendWith(SharedCluster.class)
class FaultsIT {
  @TempDir static Path folder;
  private static Suite suite;

  @BeforeAll
  static void open(SessionCluster cluster) throws IOException {
    suite = new Suite(cluster, folder, new FaultTable("faults-short.md"));
  }

  @AfterAll
  static void close() throws IOException {
    suite.close();
  }

  static List<Trial> trials() {
    Fault kill = new Fault.KillTaskManager(1);
    return List.of(
        Trial.of(kill, Moment.WRITING),
        Trial.of(kill, Moment.ENDING),
        Trial.of(kill, Moment.COMMITTED));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void aRunIsRightWhateverDies(Trial trial) throws IOException {
    Row row = suite.row(trial, new LocalStorage(folder));
    assertThat(row.line(), row.fault(), is(""));
  }
}
