package simile.workflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.cluster.ClusterJob;
import simile.cluster.ClusterMark;
import simile.cluster.Clusters;
import simile.cluster.JobSeen;
import simile.cluster.JobState;
import simile.cluster.RootCause;

/** Whether a run lives whose work is done on a cluster. */
class ClusterLivenessTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  /** A host without processes, from which one answer of a cluster is heard. */
  private record Hearing(JobSeen answer) implements Host, Clusters {
    @Override
    public String name() {
      return "here";
    }

    @Override
    public String id() {
      return "here";
    }

    @Override
    public boolean runs(long pid) {
      return false;
    }

    @Override
    public Optional<Instant> startOf(long pid) {
      return Optional.empty();
    }

    @Override
    public Clusters clusters() {
      return this;
    }

    @Override
    public JobSeen see(ClusterMark mark) {
      return answer;
    }

    @Override
    public Optional<RootCause> failure(ClusterMark mark, ClusterJob job) {
      return Optional.empty();
    }

    @Override
    public boolean cancel(ClusterMark mark) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "AT_WORK, here, 1, ALIVE",
    "AT_WORK, here, 100000, ALIVE",
    "FINISHED, here, 1, DEAD",
    "FAILED, elsewhere, 1, ALIVE", // who submitted it may be about to say so
    "FAILED, elsewhere, 601, DEAD",
    "missing, here, 1, DEAD",
    "missing, elsewhere, 61, SILENT",
    "unreachable, here, 1, ALIVE",
    "unreachable, here, 100000, SILENT", // never surely dead: its files are left alone
  })
  void jobAtWorkKeepsItsRunAlive(String job, String host, long silence, Liveness.State state) {
    Workflow run =
        Workflow.pending("run-1", "ingest", "default", "analogies", NOON)
            .withMetadata(Map.of("host_id", host, "pid", "7", "flink_master", "127.0.0.1:8081"))
            .started(NOON);
    Liveness liveness = Liveness.of(run, NOON.plusSeconds(silence), new Hearing(seen(job)));
    assertThat(liveness.state(), is(state));
  }

  private static JobSeen seen(String job) {
    return switch (job) {
      case "missing" -> new JobSeen.Missing();
      case "unreachable" -> new JobSeen.Unreachable("");
      default ->
          new JobSeen.Found(
              new ClusterJob("", "simile-run-1", JobState.valueOf(job), NOON, Optional.empty()));
    };
  }
}
