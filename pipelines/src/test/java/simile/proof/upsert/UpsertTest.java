package simile.proof.upsert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.ingest.RunPlan;
import simile.input.SplitPlanner;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainDelete;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.query.Criteria;
import simile.query.Query;
import simile.query.Row;
import simile.query.Rows;
import simile.store.AsOf;
import simile.store.Store;

class UpsertTest {
  @TempDir Path folder;

  @Test
  void aRecordThatChangesItsDomainIsOnlyInTheNewOne() throws IOException {
    String before = Lines.river("a");
    String after = before.replace("\"river\"", "\"sea\"");
    ingest("first", 1 << 20, before, Lines.river("b"));
    ingest("second", 1 << 20, after);

    assertThat(inDomain("river"), is(Map.of("b", Lines.river("b"))));
    assertThat(inDomain("sea"), is(Map.of("a", after)));
    assertThat(Stored.analogies(folder), is(Map.of("a", after, "b", Lines.river("b"))));
  }

  @Test
  void theLaterLineWinsAcrossSplits() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      lines.add(Lines.analogy("a" + i % 10, i / 100.0));
    }
    lines.add(Lines.deletion("a3"));

    int splits = ingest("run", 1 << 10, lines.toArray(String[]::new));

    assertThat(splits, is(greaterThan(3)));
    SortedMap<String, String> wanted = new TreeMap<>();
    for (int i = 90; i < 100; i++) {
      wanted.put("a" + i % 10, lines.get(i));
    }
    wanted.remove("a3");
    assertThat(Stored.analogies(folder), is(wanted));
  }

  @Test
  void aRecordThatIsIngestedAfterItsDeletionIsBack() throws IOException {
    ingest("first", 1 << 20, Lines.river("a"));
    new PlainDelete(Store.open(folder.toString()), "delete").ids("a");
    assertThat(Stored.analogies(folder), is(Map.of()));

    ingest("second", 1 << 20, Lines.river("a"));

    assertThat(Stored.analogies(folder), is(Map.of("a", Lines.river("a"))));
  }

  private int ingest(String runId, int splitBytes, String... lines) throws IOException {
    PlainIngest run = PlainIngest.into(new LocalFiles(folder), runId);
    MemoryInputs inputs =
        MemoryInputs.of("in.jsonl", (String.join("\n", lines) + "\n").getBytes(UTF_8));
    RunPlan plan = run.plan(SplitPlanner.plan(inputs.list(), splitBytes));
    run.commit(plan, run.ingest(plan, inputs));
    return plan.splits().size();
  }

  private SortedMap<String, String> inDomain(String domain) throws IOException {
    Criteria criteria =
        new Criteria(
            List.of(),
            List.of(),
            List.of(domain),
            List.of(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    SortedMap<String, String> found = new TreeMap<>();
    try (Rows rows =
        Store.open(folder.toString())
            .snapshot(AsOf.latest())
            .collection("default", "analogies")
            .query(Query.of(criteria))) {
      for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        found.put(row.get().id(), row.get().json());
      }
    }
    return found;
  }
}
