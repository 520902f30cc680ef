package simile.compact;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simile.compact.SmallStore.Write;
import simile.jsonl.Compression;
import simile.record.IdRange;

/** What is worth rewriting, and what is not. A row of these counts 256 bytes. */
final class CompactionPlannerTest {
  private static final CompactionRules RULES = new CompactionRules(256 * 100, false);
  private static final CompactionRules FULL = new CompactionRules(256 * 100, true);

  private SmallStore store;

  @BeforeEach
  void emptyStore() throws IOException {
    store = new SmallStore();
  }

  /** Commits records with every {@code step}-th id from {@code from} on. */
  private void records(int from, int count, int step) throws IOException {
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      writes.add(Write.record("id-%06d".formatted(from + i * step), "domain", 1));
    }
    store.commit(List.of(writes), Compression.NONE);
  }

  private List<Group> plan(CompactionRules rules) throws IOException {
    return store.plan("run", rules).groups();
  }

  @Test
  void aLoneSegmentWithoutDeletionsIsLeftAlone() throws IOException {
    records(0, 3, 1);
    assertThat(plan(RULES), is(empty()));
    assertThat(plan(FULL), is(empty()));
  }

  @Test
  void fourSmallNeighboursAreMergedAndThreeAreNot() throws IOException {
    for (int i = 0; i < 3; i++) {
      records(i * 10, 5, 1);
    }
    assertThat(plan(RULES), is(empty()));
    records(30, 5, 1);
    List<Group> groups = plan(RULES);
    assertThat(groups, hasSize(1));
    assertThat(groups.get(0).segments(), hasSize(4));
    assertThat(groups.get(0).why(), is("4 small"));
  }

  @Test
  void aFifthOfDeadRowsIsTooMany() throws IOException {
    records(0, 60, 1);
    records(0, 10, 1);
    assertThat(plan(RULES), is(empty()));
    records(10, 10, 1);
    List<Group> groups = plan(RULES);
    assertThat(groups, hasSize(1));
    assertThat(groups.get(0).why(), is("25 % dead"));
    assertThat(groups.get(0).size().live(), is(60L));
    assertThat(groups.get(0).size().dead(), is(20L));
  }

  @Test
  void whatIsSmallIsMergedWithoutWhatIsLargeAndOverlapsIt() throws IOException {
    records(0, 1000, 10);
    for (int i = 1; i <= 4; i++) {
      records(i, 50, 199);
    }
    List<Group> groups = plan(RULES);
    assertThat(groups, hasSize(1));
    assertThat(groups.get(0).segments(), hasSize(4));
    assertThat(groups.get(0).why(), is("5 deep, the 4 smallest"));
    int live = store.live().size();
    store.compact(RULES, new Random(1));
    assertThat(plan(RULES), is(empty()));
    assertThat(store.live().size(), is(live));
  }

  @Test
  void rangesAreAboutAsLargeAsTheTarget() throws IOException {
    records(0, 1000, 2);
    records(1, 1000, 2);
    List<Group> groups = plan(FULL);
    assertThat(groups, hasSize(1));
    List<IdRange> ranges = groups.get(0).ranges();
    // A key file's block has 128 entries, and a range at least two of each segment.
    assertThat(ranges.size(), greaterThan(2));
    assertThat(ranges.get(0).from(), is(""));
    assertThat(ranges.get(ranges.size() - 1).to(), is(""));
    for (int i = 1; i < ranges.size(); i++) {
      assertThat(ranges.get(i).from(), is(ranges.get(i - 1).to()));
    }
    store.compact(FULL, new Random(1));
    assertThat(plan(FULL), is(empty()));
    assertThat(store.collection().segments().size(), lessThan(30));
    store
        .collection()
        .segments()
        .forEach(live -> assertThat(live.segment().rows(), lessThan(127L)));
  }

  @Test
  void fullMergesNeighboursThatFitIntoOneAndStops() throws IOException {
    for (int i = 0; i < 10; i++) {
      records(i * 100, 30, 1);
    }
    for (Group group : plan(FULL)) {
      assertThat(group.why(), containsString("full"));
      assertThat(group.segments(), hasSize(2));
    }
    store.compact(FULL, new Random(1));
    assertThat(store.collection().segments(), hasSize(5));
    assertThat(plan(FULL), is(empty()));
  }

  @Test
  void compressionAndShardsStayAsTheyWere() throws IOException {
    store.commit(List.of(List.of(Write.record("a", "d", 1))), Compression.NONE);
    store.commit(List.of(List.of(Write.record("a", "d", 2))), Compression.ZSTD);
    Group group = plan(FULL).get(0);
    assertThat(group.options().compression(), is(Compression.ZSTD));
    assertThat(group.options().sqlite(), is(false));
  }
}
