package simile.proof.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.contract.BuiltInContracts;
import simile.files.LocalFiles;
import simile.ingest.CollectionPlan;
import simile.ingest.MergeMode;
import simile.ingest.Merging;
import simile.ingest.RunPlan;
import simile.ingest.SplitResult;
import simile.input.FileFormat;
import simile.input.SourceFile;
import simile.input.Split;
import simile.input.SplitPlanner;
import simile.log.Commit;
import simile.log.CommitConflictException;
import simile.log.CommitLog;
import simile.proof.Lines;
import simile.proof.LocalInputs;
import simile.proof.MemoryInputs;
import simile.proof.PlainDelete;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.store.Store;

/** What others commit between the judging of conflicts and the commit. */
class ConflictRaceTest {
  @TempDir Path folder;
  private int runs;

  /** A run that has judged and written, and did not commit yet. */
  private record Started(PlainIngest run, RunPlan plan, List<SplitResult> results) {
    void commit() throws IOException {
      run.commit(plan, results);
    }
  }

  @Test
  void aRecordThatChangedSinceItWasJudgedIsAConflict() throws IOException {
    ingest(Lines.analogy("a", 0.1));
    Started merging = merging(Lines.analogy("a", 0.2));
    ingest(Lines.analogy("a", 0.3));
    requireConflict(merging, "'a' is not the one of version 1");
  }

  @Test
  void aRecordThatCameSinceIsAConflict() throws IOException {
    ingest(Lines.analogy("a", 0.1));
    Started merging = merging(Lines.analogy("b", 0.2));
    ingest(Lines.analogy("b", 0.3));
    requireConflict(merging, "'b' is not the one of version 1");
  }

  @Test
  void aRecordThatWasDeletedSinceIsAConflict() throws IOException {
    ingest(Lines.analogy("a", 0.1));
    Started merging = merging(Lines.analogy("a", 0.2));
    new PlainDelete(Store.open(folder.toString()), "delete").ids("a");
    requireConflict(merging, "'a' is not the one of version 1");
  }

  @Test
  void whatOthersDoToOtherRecordsIsNone() throws IOException {
    ingest(Lines.analogy("a", 0.1), Lines.analogy("z", 0.1));
    Started merging = merging(Lines.analogy("a", 0.2));
    ingest(Lines.analogy("b", 0.3));
    new PlainDelete(Store.open(folder.toString()), "delete").ids("z");
    merging.commit();
    assertThat(Stored.analogies(folder).get("a"), is(Lines.analogy("a", 0.2)));
  }

  @Test
  void vectorsForARecordThatChangedAreAConflict() throws IOException {
    ingest(Lines.analogy("a", 0.1));
    Path npz = Samples.npz(folder.resolve("v.npz"), new float[] {1, 2}, "a");
    LocalInputs inputs = new LocalInputs(folder);
    PlainIngest run = PlainIngest.into(new LocalFiles(folder), "npz").withDimension(2);
    SourceFile file = new SourceFile(npz.toString(), inputs.stamp(npz.toString()));
    List<Split> splits = SplitPlanner.plan(List.of(file.of(FileFormat.NPZ)), 1 << 20);
    RunPlan plan = run.plan(splits, new Merging(MergeMode.LATEST, 1));
    Started vectors = new Started(run, plan, run.ingest(plan, inputs));
    ingest(Lines.analogy("a", 0.9));
    requireConflict(vectors, "'a' is not the one of version 1");
  }

  @Test
  void aConflictInOneCollectionKeepsTheOthersFromBeingCommitted() throws IOException {
    ingest(Lines.analogy("a", 0.1));
    Started both = twoCollections("both");
    ingest(Lines.analogy("a", 0.3));
    requireConflict(both, "'a' is not the one of version 1");
    assertThat(CommitLog.open(new LocalFiles(folder)).state().collections().size(), is(1));
  }

  @Test
  void collectionsAreOneVersion() throws IOException {
    ingest(Lines.analogy("a", 0.1));
    Started both = twoCollections("both");
    ingest(Lines.analogy("other", 0.3));
    both.commit();
    both.commit(); // adopts what is there
    List<Commit> history = Stored.history(folder);
    assertThat(history.size(), is(3));
    Commit commit = history.get(2);
    assertThat(commit.changes().size(), is(2));
    assertThat(commit.counts().rows(), is(3L));
    assertThat(commit.counts().rejected(), is(1L));
    assertThat(commit.details().get("collection"), is("analogies,concepts"));
    assertThat(Stored.rejected(folder, commit).get(0).rules(), is(List.of("json.syntax")));
    assertThat(
        commit.changes().stream()
            .flatMap(change -> change.adds().stream())
            .map(segment -> segment.name().replaceFirst("-[0-9a-f]+$", ""))
            .toList(),
        is(List.of("both-00000-00", "both-00001-00")));
  }

  private Started twoCollections(String runId) throws IOException {
    MemoryInputs inputs =
        new MemoryInputs(
            Map.of(
                "a.jsonl", (Lines.analogy("a", 0.2) + "\n").getBytes(UTF_8),
                "c.jsonl",
                    "{\"id\":\"c1\",\"name\":\"x\"}\nnot json\n{\"id\":\"c2\",\"name\":\"y\"}\n"
                        .getBytes(UTF_8)),
            Integer.MAX_VALUE);
    PlainIngest run = PlainIngest.into(new LocalFiles(folder), runId);
    Merging merging = new Merging(MergeMode.NEWER, 1);
    List<Split> analogies = SplitPlanner.plan(inputs.list().subList(0, 1), 1 << 20);
    List<Split> concepts =
        SplitPlanner.plan(inputs.list().subList(1, 2), 1 << 20, analogies.size());
    List<CollectionPlan> plans = new ArrayList<>();
    plans.add(run.collection(analogies, merging));
    plans.add(
        run.withContract(BuiltInContracts.find("concepts").orElseThrow())
            .collection(concepts, merging));
    RunPlan plan = run.planOf(plans);
    return new Started(run, plan, run.ingest(plan, inputs));
  }

  private void requireConflict(Started run, String why) throws IOException {
    Map<String, String> before = Stored.analogies(folder);
    var failure = assertThrows(CommitConflictException.class, run::commit);
    assertThat(failure.getMessage(), containsString(why));
    assertThat(Stored.analogies(folder), is(before));
  }

  private void ingest(String... lines) throws IOException {
    start(Merging.LATEST, lines).commit();
  }

  private Started merging(String... lines) throws IOException {
    long version = CommitLog.open(new LocalFiles(folder)).latestVersion();
    return start(new Merging(MergeMode.NEWER, version), lines);
  }

  private Started start(Merging merging, String... lines) throws IOException {
    PlainIngest run = PlainIngest.into(new LocalFiles(folder), "run-" + runs++);
    MemoryInputs inputs =
        MemoryInputs.of("in.jsonl", (String.join("\n", lines) + "\n").getBytes(UTF_8));
    RunPlan plan = run.plan(SplitPlanner.plan(inputs.list(), 1 << 20), merging);
    return new Started(run, plan, run.ingest(plan, inputs));
  }
}
