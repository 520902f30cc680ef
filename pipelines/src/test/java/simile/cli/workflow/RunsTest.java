package simile.cli.workflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.cluster.ClusterJob;
import simile.cluster.ClusterMark;
import simile.cluster.Clusters;
import simile.cluster.JobSeen;
import simile.cluster.JobState;
import simile.cluster.RootCause;
import simile.store.Store;
import simile.testkit.Drafts;
import simile.workflow.Host;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

/** How runs are shown whose work is done on a cluster, and whose client is gone. */
class RunsTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final String JOB = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  /** A host without processes, before which a job ends after some questions. */
  private static final class Watching implements Host, Clusters {
    private final Store store;
    private final int answersAtWork;
    private int asked;

    Watching(Store store, int answersAtWork) {
      this.store = store;
      this.answersAtWork = answersAtWork;
    }

    @Override
    public JobSeen see(ClusterMark mark) {
      asked++;
      if (asked == answersAtWork + 1) {
        commit(mark.runId());
      }
      JobState state = asked > answersAtWork ? JobState.FINISHED : JobState.AT_WORK;
      return new JobSeen.Found(new ClusterJob(JOB, mark.name(), state, NOON, Optional.of(NOON)));
    }

    private void commit(String run) {
      try {
        store.log().append(Drafts.ingest(run));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

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
    public Optional<RootCause> failure(ClusterMark mark, ClusterJob job) {
      return Optional.empty();
    }

    @Override
    public boolean cancel(ClusterMark mark) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({"0, COMPLETED", "1, COMPLETED", "2, PROCESSING"})
  void aRunWhoseJobEndsWhileOneLooksIsNotDead(int answersAtWork, ShownStatus status)
      throws IOException {
    Store store = Store.openOrCreate(folder.toString());
    Map<String, String> facts =
        Map.of("host_id", "here", "pid", "7", "flink_master", "127.0.0.1:8081", "flink_job", JOB);
    new Workflows(store.files())
        .write(
            Workflow.pending("run-1", "ingest", "default", "analogies", NOON)
                .withMetadata(facts)
                .started(NOON));
    Host host = new Watching(store, answersAtWork);
    Runs runs = Runs.seenFrom(host, store, folder.toString(), Clock.fixed(NOON, ZoneOffset.UTC));
    assertThat(runs.find("run-1").status(), is(status));
  }
}
