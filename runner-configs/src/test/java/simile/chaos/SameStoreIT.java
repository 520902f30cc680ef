package simile.chaos;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import simile.store.Store;
import simile.testkit.process.Launcher;
import simile.testkit.process.SessionCluster;
import simile.testkit.process.SharedCluster;

/**
 * A million records and every pipeline, on three TaskManagers: the store that this process gives.
 */
@Tag("full")
@ExtendWith(SharedCluster.class)
class SameStoreIT {
  private static final int TASK_MANAGERS = 3;
  private static final int RECORDS = 1_000_000;
  private static final int AGAIN = 300_000;

  @TempDir Path folder;

  @Test
  void everyPipelineGivesTheSameStore(SessionCluster cluster) throws Exception {
    cluster.add(Math.max(0, TASK_MANAGERS - cluster.taskManagers().size()));
    Inputs inputs = new Inputs(folder);
    String all = inputs.of(RECORDS).toString();
    String again = inputs.again(AGAIN).toString();
    Place there = new Place("there", List.of("--flink-master", cluster.master()));
    Place here = new Place("here", List.of("--runner", "direct"));
    for (Place place : List.of(there, here)) {
      place.run("ingest", "--input", all, "--run-id", "all");
      place.run("ingest", "--input", again, "--run-id", "again");
      place.run("delete", "--quality-below", "0.2", "--run-id", "delete");
      place.remember();
      place.run("compact", "--full");
      place.remember();
      place.run("export", "--format", "jsonl", "--output", place.file("out/"));
      place.imports(place.file("out/"));
      place.plain("vacuum", "--older-than", "0s");
      place.plain("verify");
      place.remember();
    }
    assertThat(there.seen, is(here.seen));
    for (String run : List.of("all", "again", "delete")) {
      assertThat(run, there.told(run), is(here.told(run)));
    }
  }

  /** A store, where its pipelines run, and what it was seen to hold. */
  private final class Place {
    private final String name;
    private final List<String> runner;
    private final List<LineSum> seen = new ArrayList<>();

    Place(String name, List<String> runner) {
      this.name = name;
      this.runner = runner;
    }

    String file(String more) {
      return folder.resolve(name) + "-" + more;
    }

    void run(String... words) throws IOException, InterruptedException {
      done("store", words, runner);
    }

    void plain(String... words) throws IOException, InterruptedException {
      done("store", words, List.of());
    }

    void imports(String input) throws IOException, InterruptedException {
      done("copy", new String[] {"import", "--input", input}, runner);
      seen.add(LineSum.of(Store.open(file("copy"))));
    }

    void remember() throws IOException {
      seen.add(LineSum.of(Store.open(file("store"))));
    }

    Contents told(String run) throws IOException {
      return Contents.of(file("store"), run);
    }

    private void done(String store, String[] words, List<String> more)
        throws IOException, InterruptedException {
      List<String> all = new ArrayList<>(List.of(words));
      all.addAll(List.of("--store", file(store)));
      all.addAll(more);
      Launcher.Ended ended =
          new Launcher(Launcher.project().resolve("simile"), folder)
              .run(all.toArray(String[]::new));
      assertThat(all + ended.err(), ended.exit(), is(0));
    }
  }
}
