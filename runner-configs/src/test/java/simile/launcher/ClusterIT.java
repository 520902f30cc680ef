package simile.launcher;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import simile.cluster.ClusterAddress;
import simile.cluster.ClusterMark;
import simile.cluster.FlinkClusters;
import simile.cluster.FlinkRest;
import simile.cluster.JobSeen;
import simile.store.Store;
import simile.testkit.process.Launcher;
import simile.testkit.process.SessionCluster;
import simile.testkit.process.SharedCluster;
import simile.workflow.WorkerReports;

/** The commands on a Flink cluster of processes of their own. */
@ExtendWith(SharedCluster.class)
class ClusterIT {
  private static final String ANALOGIES =
      Launcher.project().resolve("testdata/analogies/*.jsonl").toString();

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;

  private static String master = "";

  private static SessionCluster cluster;

  @BeforeAll
  static void findCluster(SessionCluster shared) {
    cluster = shared;
    master = shared.master();
  }

  @Test
  void everyPipelineGivesTheSameStoreAsInThisProcess() throws Exception {
    Path there = folder.resolve("there");
    Path here = folder.resolve("here");
    List<List<String>> changes =
        List.of(
            List.of("ingest", "--input", ANALOGIES, "--run-id", "first"),
            List.of("delete", "--quality-below", "0.8"),
            List.of("compact", "--full"));
    for (List<String> change : changes) {
      done(onCluster(there, change));
      done(simile(here, change));
      assertThat(change.toString(), records(there), is(records(here)));
    }
    String shown = done(simile(there, List.of("workflows", "show", "first"))).out();
    assertThat(shown, containsString(master));
    assertThat(shown, containsString("flink job "));

    Path exported = folder.resolve("exported");
    done(onCluster(there, List.of("export", "--format", "jsonl", "--output", exported + "/")));
    Path again = folder.resolve("again");
    done(onCluster(again, List.of("import", "--input", exported.toString())));
    assertThat(records(again), is(records(here)));

    done(simile(there, List.of("vacuum", "--older-than", "0s")));
    done(simile(there, List.of("verify")));
    assertThat(records(there), is(records(here)));
  }

  @Test
  void killedClientLeavesAJobThatCommitsByItself() throws Exception {
    Path store = folder.resolve("killed");
    // More slots than there are: the job waits until the client is dead.
    int slots = new FlinkRest(ClusterAddress.of(master)).slots().total() + 1;
    Launcher.Running client =
        launcher()
            .start(
                words(
                    store,
                    List.of("ingest", "--input", ANALOGIES, "--run-id", "killed"),
                    List.of("--flink-master", master, "--parallelism", "" + slots)));
    awaitJob("killed", client.process());
    client.process().destroyForcibly().waitFor();
    assertThat(Files.readString(client.err()), containsString("slots are free"));
    List<String> show = List.of("workflows", "show", "killed", "--format", "json");
    assertThat(done(simile(store, show)).out(), containsString("\"PROCESSING\""));
    // Must not take it for dead, though its process is gone.
    Launcher.Ended vacuum = simile(store, List.of("vacuum"));
    assertThat(vacuum.err(), vacuum.exit(), oneOf(0, 4));
    cluster.add(1);
    awaitAllTold("killed", store, 244);
    done(simile(store, List.of("workflows", "watch", "killed", "--interval", "0.2")));
    assertThat(done(simile(store, show)).out(), containsString("\"COMPLETED\""));
    assertThat(records(store).size(), is(244));
    assertThat(Files.exists(store.resolve("workflows/killed.html")), is(true));
    assertThat(
        "who notes the end", WorkerReports.stems(Store.open(store.toString()).files()), empty());
    done(simile(store, List.of("verify")));
  }

  @Test
  void detachedRunIsFoundAndCancelled() throws Exception {
    Path store = folder.resolve("cancelled");
    List<String> ingest =
        List.of(
            "ingest", "--input", ANALOGIES, "--run-id", "long", "--detached", "--format", "json");
    Launcher.Ended submitted =
        launcher()
            .run(words(store, ingest, List.of("--flink-master", master, "--parallelism", "99")));
    assertThat(done(submitted).out(), containsString("\"flink_master\" : \"" + master + "\""));
    List<String> list = List.of("workflows", "list", "--status", "processing");
    assertThat(done(simile(store, list)).out(), containsString("long"));
    Launcher.Ended cancel = done(simile(store, List.of("workflows", "cancel", "long")));
    assertThat(cancel.out(), containsString("its job on the cluster was told to end"));
    Launcher.Ended watched = simile(store, List.of("workflows", "watch", "long"));
    assertThat(watched.out(), watched.exit(), is(5));
    assertThat(done(simile(store, List.of("history"))).out(), not(containsString("ingest")));
  }

  private static void awaitJob(String run, Process client) throws InterruptedException {
    ClusterMark mark = ClusterMark.submitting(ClusterAddress.of(master), run);
    FlinkClusters clusters = new FlinkClusters();
    while (!(clusters.see(mark) instanceof JobSeen.Found)) {
      boolean ended = client.waitFor(100, TimeUnit.MILLISECONDS);
      assertThat("the client ended early", ended, is(false));
    }
  }

  /** Workers tell it whoever listens; nobody deletes it before the run's end is asked for. */
  private static void awaitAllTold(String run, Path store, long rows) throws Exception {
    WorkerReports reports = WorkerReports.of(Store.open(store.toString()).files(), run);
    Instant patience = Instant.now().plus(PATIENCE);
    while (reports.sum().rows() < rows && Instant.now().isBefore(patience)) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(reports.sum().rows(), is(rows));
  }

  private static Launcher launcher() {
    return new Launcher(Launcher.project().resolve("simile"), folder);
  }

  private static Launcher.Ended onCluster(Path store, List<String> command) throws Exception {
    return launcher().run(words(store, command, List.of("--flink-master", master)));
  }

  private static Launcher.Ended simile(Path store, List<String> command) throws Exception {
    return launcher().run(words(store, command, List.of()));
  }

  private static Launcher.Ended done(Launcher.Ended ended) {
    assertThat(ended.err(), ended.exit(), is(0));
    return ended;
  }

  private static String[] words(Path store, List<String> command, List<String> more) {
    return Stream.of(command, List.of("--store", store.toString()), more)
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  /**
   * What the store holds, whatever wrote it: rows have no order, and records that bring no time get
   * their run's.
   */
  private static List<String> records(Path store) throws IOException, InterruptedException {
    Launcher.Ended query =
        launcher().run("query", "--store", store.toString(), "--format", "jsonl");
    return query
        .out()
        .lines()
        .map(line -> line.replaceFirst(",\"created_at\":\"[^\"]*\"}$", "}"))
        .sorted()
        .toList();
  }
}
