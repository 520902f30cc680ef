package simile.proof.delete;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.delete.DeleteCounts;
import simile.delete.DeletePart;
import simile.delete.DeletePlan;
import simile.delete.DeleteResult;
import simile.files.LocalFiles;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainDelete;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.query.Criteria;
import simile.store.Store;

/** Key files of many blocks, whose ranges of ids overlap. */
class ManyBlocksTest {
  private static final int IDS = 3000;

  @TempDir Path folder;

  private final Random random = new Random(5);
  private final Map<String, String> live = new TreeMap<>();
  private Store store;

  @BeforeEach
  void threeCommits() throws IOException {
    for (int commit = 0; commit < 3; commit++) {
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < IDS; i++) {
        String id = "i" + random.nextInt(IDS);
        boolean deletes = random.nextInt(10) == 0;
        String record = Lines.analogy(id, random.nextInt(101) / 100.0);
        lines.append(deletes ? Lines.deletion(id) : record).append('\n');
        live.put(id, record);
        if (deletes) {
          live.remove(id);
        }
      }
      MemoryInputs inputs = MemoryInputs.of("in.jsonl", lines.toString().getBytes(UTF_8));
      PlainIngest.into(new LocalFiles(folder), "ingest-" + commit).run(inputs, inputs.list());
    }
    store = Store.open(folder.toString());
  }

  @Test
  void rangesOfIdsAreDeletedFromOnceEach() throws IOException {
    PlainDelete run = new PlainDelete(store, "delete");
    DeletePlan plan = run.planOf(Criteria.ALL.withQualityBelow(0.5), 500);
    assertThat(plan.parts().size(), is(greaterThan(8)));
    List<DeleteResult> results = run.write(plan);
    run.commit(plan, results);

    long before = live.size();
    live.values().removeIf(record -> quality(record) < 0.5);
    assertThat(counts(results).live(), is(before - live.size()));
    assertThat(Stored.analogies(folder), is(live));
  }

  @Test
  void idsAreLookedUpInAnyOrder() throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      ids.add("i" + random.nextInt(IDS * 2));
    }
    PlainDelete run = new PlainDelete(store, "delete");
    DeletePlan plan = run.planOfOnePart(ids);
    assertThat(plan.parts().get(0), is(new DeletePart.Given(0, ids)));
    List<DeleteResult> results = run.write(plan);
    run.commit(plan, results);

    TreeSet<String> distinct = new TreeSet<>(ids);
    long found = distinct.stream().filter(live::containsKey).count();
    assertThat(counts(results).live(), is(found));
    assertThat(counts(results).notFound(), is(distinct.size() - found));
    live.keySet().removeAll(distinct);
    assertThat(Stored.analogies(folder), is(live));
  }

  private static DeleteCounts counts(List<DeleteResult> results) {
    return results.stream().map(DeleteResult::counts).reduce(DeleteCounts.ZERO, DeleteCounts::plus);
  }

  private static double quality(String record) {
    return Double.parseDouble(record.replaceFirst(".*\"quality_score\":([0-9.]+).*", "$1"));
  }
}
