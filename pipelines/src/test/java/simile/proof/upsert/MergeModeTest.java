package simile.proof.upsert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simile.files.LocalFiles;
import simile.ingest.MergeMode;
import simile.ingest.Merging;
import simile.ingest.RunDetails;
import simile.ingest.RunPlan;
import simile.ingest.SplitResult;
import simile.input.SplitPlanner;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.CommitLog;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainDelete;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.store.Store;

class MergeModeTest {
  private static final String OLD = Lines.analogy("old", 0.1);
  private static final String OLD_AGAIN = Lines.analogy("old", 0.9);
  private static final String NEW = Lines.analogy("new", 0.5);

  @TempDir Path folder;

  private int runs;

  @Test
  void skipExistingKeepsWhatIsThere() throws IOException {
    ingest(MergeMode.LATEST, OLD);

    ingest(MergeMode.SKIP_EXISTING, OLD_AGAIN, NEW);

    assertThat(Stored.analogies(folder), is(Map.of("old", OLD, "new", NEW)));
    Commit commit = newest();
    assertThat(commit.counts().accepted(), is(2L));
    assertThat(commit.counts().rows(), is(1L));
    assertThat(commit.details().get(RunDetails.SKIPPED), is("1"));
  }

  @Test
  void skipExistingSkipsTheDeletionOfWhatIsThere() throws IOException {
    ingest(MergeMode.LATEST, OLD);

    ingest(MergeMode.SKIP_EXISTING, Lines.deletion("old"), Lines.deletion("none"));

    assertThat(Stored.analogies(folder), is(Map.of("old", OLD)));
    assertThat(newest().details().get(RunDetails.SKIPPED), is("1"));
  }

  @Test
  void aRunWithNothingButExistingIdsCommitsNoRows() throws IOException {
    ingest(MergeMode.LATEST, OLD);

    ingest(MergeMode.SKIP_EXISTING, OLD_AGAIN);

    assertThat(Stored.analogies(folder), is(Map.of("old", OLD)));
    assertThat(newest().changes().get(0).adds(), is(List.of()));
  }

  @Test
  void failOnExistingNamesTheIdsAndCommitsNothing() throws IOException {
    ingest(MergeMode.LATEST, OLD);

    var failure =
        assertThrows(
            CommitConflictException.class,
            () -> ingest(MergeMode.FAIL_ON_EXISTING, NEW, OLD_AGAIN));

    assertThat(failure.getMessage(), allOf(containsString("'old'"), containsString("version 1")));
    assertThat(Stored.analogies(folder), is(Map.of("old", OLD)));
    assertThat(Stored.history(folder).size(), is(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"SKIP_EXISTING", "FAIL_ON_EXISTING"})
  void whatWasDeletedDoesNotExist(MergeMode mode) throws IOException {
    ingest(MergeMode.LATEST, OLD);
    new PlainDelete(Store.open(folder.toString()), "delete").ids("old");

    ingest(mode, OLD_AGAIN);

    assertThat(Stored.analogies(folder), is(Map.of("old", OLD_AGAIN)));
  }

  @ParameterizedTest
  @EnumSource(names = {"SKIP_EXISTING", "FAIL_ON_EXISTING"})
  void anIdThatCameMeanwhileIsAConflict(MergeMode mode) throws IOException {
    ingest(MergeMode.LATEST, OLD);
    Started started = start(mode, NEW);
    ingest(MergeMode.LATEST, Lines.analogy("new", 0.7));

    var failure = assertThrows(CommitConflictException.class, started::commit);

    assertThat(failure.getMessage(), containsString("'new'"));
    assertThat(Stored.analogies(folder), is(Map.of("old", OLD, "new", Lines.analogy("new", 0.7))));
  }

  @ParameterizedTest
  @EnumSource(names = {"SKIP_EXISTING", "FAIL_ON_EXISTING"})
  void anIdThatCameAndWentMeanwhileIsNone(MergeMode mode) throws IOException {
    ingest(MergeMode.LATEST, OLD);
    Started started = start(mode, NEW);
    ingest(MergeMode.LATEST, Lines.analogy("new", 0.7));
    ingest(MergeMode.LATEST, Lines.deletion("new"), Lines.analogy("other", 0.7));

    started.commit();

    assertThat(Stored.analogies(folder).get("new"), is(NEW));
  }

  @Test
  void latestReplacesWhatCameMeanwhile() throws IOException {
    ingest(MergeMode.LATEST, OLD);
    Started started = start(MergeMode.LATEST, NEW);
    ingest(MergeMode.LATEST, Lines.analogy("new", 0.7));

    started.commit();

    assertThat(Stored.analogies(folder), is(Map.of("old", OLD, "new", NEW)));
  }

  private record Started(PlainIngest run, RunPlan plan, List<SplitResult> results) {
    void commit() throws IOException {
      run.commit(plan, results);
    }
  }

  private void ingest(MergeMode mode, String... lines) throws IOException {
    start(mode, lines).commit();
  }

  private Started start(MergeMode mode, String... lines) throws IOException {
    LocalFiles files = new LocalFiles(folder);
    long version = CommitLog.open(files).latestVersion();
    PlainIngest run = PlainIngest.into(files, "run-" + runs++);
    MemoryInputs inputs =
        MemoryInputs.of("in.jsonl", (String.join("\n", lines) + "\n").getBytes(UTF_8));
    RunPlan plan = run.plan(SplitPlanner.plan(inputs.list(), 1 << 20), new Merging(mode, version));
    return new Started(run, plan, run.ingest(plan, inputs));
  }

  private Commit newest() throws IOException {
    List<Commit> history = Stored.history(folder);
    return history.get(history.size() - 1);
  }
}
