package simile.cluster;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlinkRestTest {
  private static final String OLD = "0".repeat(32);
  private static final String NEW = "1".repeat(32);

  private Answers answers;

  @BeforeEach
  void start() throws IOException {
    answers = Answers.start();
  }

  @AfterEach
  void stop() {
    answers.close();
  }

  @Test
  void versionAndSlotsAreWhatTheClusterSays() throws IOException {
    answers.to("GET /config", "{\"refresh-interval\":3000,\"flink-version\":\"1.19.3\"}");
    answers.to("GET /overview", "{\"taskmanagers\":2,\"slots-total\":4,\"slots-available\":1}");
    FlinkRest rest = new FlinkRest(answers.address());
    assertThat(rest.version(), is("1.19.3"));
    assertThat(rest.slots(), is(new Slots(4, 1)));
  }

  @Test
  void newestJobOfARunIsFoundByItsName() {
    jobs(job(OLD, "FAILED", 5, 9), job(NEW, "RESTARTING", 6, -1));
    assertThat(
        new FlinkClusters().see(mark()),
        is(
            new JobSeen.Found(
                new ClusterJob(
                    NEW,
                    "simile-run-1",
                    JobState.AT_WORK,
                    Instant.ofEpochMilli(6),
                    Optional.empty()))));
    assertThat(new FlinkClusters().see(mark().withJob(OLD)), instanceOf(JobSeen.Found.class));
    ClusterMark other = ClusterMark.submitting(answers.address(), "run-2");
    assertThat(new FlinkClusters().see(other), is(new JobSeen.Missing()));
  }

  @Test
  void onlyAJobAtWorkIsCancelled() throws IOException {
    answers.to("PATCH /jobs/" + NEW + "?mode=cancel", "{}");
    jobs(job(NEW, "RUNNING", 6, -1));
    assertThat(new FlinkClusters().cancel(mark()), is(true));
    assertThat(answers.asked(), hasItem("PATCH /jobs/" + NEW + "?mode=cancel"));
    jobs(job(OLD, "FINISHED", 6, 7));
    assertThat(new FlinkClusters().cancel(mark()), is(false));
    assertThat(answers.asked(), not(hasItem(containsString(OLD))));
  }

  @Test
  void failureIsToldInSimilesOwnWords() throws IOException {
    answers.to(
        "GET /jobs/" + OLD + "/exceptions",
        "{\"root-exception\":\"org.apache.flink.JobException: Recovery is suppressed\\n\\tat a.B.c(B.java:1)\\n"
            + "Caused by: simile.log.CommitConflictException: ids exist: a, b\\n\\tat x.Y.z(Y.java:2)\\n"
            + "Caused by: java.io.IOException: below it\"}");
    assertThat(
        new FlinkRest(answers.address()).failure(OLD),
        is(Optional.of(new RootCause("CommitConflictException", "ids exist: a, b"))));
    answers.to("GET /jobs/" + NEW + "/exceptions", "{\"root-exception\":null}");
    assertThat(new FlinkRest(answers.address()).failure(NEW), is(Optional.empty()));
  }

  @Test
  void strangerIsNamedAsSuch() {
    answers.to("GET /config", "<html>hello</html>");
    ClusterException e =
        assertThrows(ClusterException.class, new FlinkRest(answers.address())::version);
    assertThat(
        e.getMessage(),
        allOf(containsString(answers.address().toString()), containsString("--flink-master")));
  }

  @Test
  void silentClusterIsNotAskedAgainForAWhile() {
    AtomicLong now = new AtomicLong();
    FlinkClusters clusters = new FlinkClusters(now::get);
    assertThat(clusters.see(mark()), instanceOf(JobSeen.Unreachable.class)); // it answers 404
    assertThat(clusters.see(mark()), instanceOf(JobSeen.Unreachable.class));
    assertThat(answers.asked(), is(List.of("GET /jobs/overview")));
    jobs();
    now.addAndGet(11_000_000_000L);
    assertThat(clusters.see(mark()), is(new JobSeen.Missing()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host", "host:", "host:0", "host:65536", "http://host:1", "a b:1"})
  void addressIsHostAndPort(String text) {
    assertThrows(IllegalArgumentException.class, () -> ClusterAddress.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8081", "flink-jobmanager.ns:80", "[::1]:65535"})
  void addressComesBackAsItWas(String text) {
    assertThat(ClusterAddress.of(text).toString(), is(text));
  }

  private ClusterMark mark() {
    return ClusterMark.submitting(answers.address(), "run-1");
  }

  private void jobs(String... jobs) {
    answers.to("GET /jobs/overview", "{\"jobs\":[" + String.join(",", jobs) + "]}");
  }

  private static String job(String id, String state, long start, long end) {
    return "{\"jid\":\"%s\",\"name\":\"simile-run-1\",\"start-time\":%d,\"end-time\":%d,\"state\":\"%s\"}"
        .formatted(id, start, end, state);
  }
}
