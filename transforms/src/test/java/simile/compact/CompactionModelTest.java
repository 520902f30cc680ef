package simile.compact;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import simile.compact.GroupOutcome.Ending;
import simile.compact.SmallStore.Write;
import simile.jsonl.Compression;

/**
 * Random histories with compactions among them, some of which others commit into, against a map.
 * After each step the store holds what the map holds.
 */
final class CompactionModelTest {
  private static final int SEQUENCES = 15;
  private static final int STEPS = 30;
  private static final int IDS = 60;
  private static final List<Compression> COMPRESSIONS =
      List.of(Compression.NONE, Compression.GZIP, Compression.ZSTD);

  /** What every version of an id was, oldest first; the model needs nothing cleverer. */
  private static final class Model {
    private final Map<String, List<Write>> writes = new HashMap<>();
    private final Map<Long, Map<String, List<Write>>> versions = new HashMap<>();

    void apply(long version, List<Write> all) {
      for (int i = 0; i < all.size(); i++) {
        Write w = all.get(i);
        long commit = w.commit() == 0 ? version : w.commit();
        long position = w.position() == 0 ? i : w.position();
        writes
            .computeIfAbsent(w.id(), id -> new ArrayList<>())
            .add(new Write(w.id(), w.domain(), w.number(), commit, position));
      }
      note(version);
    }

    void note(long version) {
      Map<String, List<Write>> copy = new HashMap<>();
      writes.forEach((id, all) -> copy.put(id, List.copyOf(all)));
      versions.put(version, copy);
    }

    void rollback(long to, long version) {
      writes.clear();
      versions.get(to).forEach((id, all) -> writes.put(id, new ArrayList<>(all)));
      note(version);
    }

    Map<String, String> live() {
      Map<String, String> live = new TreeMap<>();
      writes.forEach(
          (id, all) -> {
            Write latest =
                all.stream()
                    .max(Comparator.comparingLong(Write::commit).thenComparingLong(Write::position))
                    .orElseThrow();
            latest.domain().ifPresent(domain -> live.put(id, SmallStore.shown(latest)));
          });
      return live;
    }
  }

  private int number;
  private final Map<Ending, Integer> endings = new HashMap<>();

  @Test
  void aStoreThatIsCompactedHoldsWhatItWouldHoldWithoutThat() throws IOException {
    for (int seed = 1; seed <= SEQUENCES; seed++) {
      run(seed);
    }
    assertThat(endings.get(Ending.COMMITTED), greaterThan(30));
    assertThat(endings.get(Ending.YIELDED), greaterThan(2));
  }

  private void run(int seed) throws IOException {
    Random random = new Random(seed);
    SmallStore store = new SmallStore();
    Model model = new Model();
    for (int step = 0; step < STEPS; step++) {
      switch (step == 0 ? 0 : random.nextInt(8)) {
        case 5, 6 -> compact(store, model, random);
        case 7 -> rollback(store, model, random);
        default -> write(store, model, random);
      }
      assertThat("seed " + seed + ", step " + step, store.live(), is(model.live()));
    }
    tidy(store, random);
    assertThat("seed " + seed + ", at the end", store.live(), is(model.live()));
  }

  private void write(SmallStore store, Model model, Random random) throws IOException {
    List<Write> writes = new ArrayList<>();
    long newest = store.log().latestVersion();
    int from = random.nextInt(IDS);
    int width = random.nextBoolean() ? IDS : 10;
    for (int i = random.nextInt(12); i >= 0; i--) {
      String id = "id-%03d".formatted(from + random.nextInt(width));
      boolean fresh = writes.stream().noneMatch(w -> w.id().equals(id));
      if (fresh) {
        writes.add(write(id, newest, random));
      }
    }
    long version =
        store.commit(List.of(writes), COMPRESSIONS.get(random.nextInt(COMPRESSIONS.size())));
    model.apply(version, writes);
  }

  private Write write(String id, long newest, Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Write.deletion(id);
      case 1 ->
          newest == 0 ? Write.deletion(id) : Write.deletionUpTo(id, 1 + random.nextLong(newest));
      default -> Write.record(id, "domain " + random.nextInt(3), ++number);
    };
  }

  /** In half of all cases others commit between the plan and the end. */
  private void compact(SmallStore store, Model model, Random random) throws IOException {
    CompactionRules rules =
        new CompactionRules(1 << (10 + random.nextInt(5)), random.nextBoolean());
    CompactionPlan plan = store.plan("compaction-" + number++, rules);
    Map<Group, List<RangeResult>> results = new HashMap<>();
    for (Group group : plan.groups()) {
      results.put(group, store.compact(plan, group, random));
    }
    if (random.nextBoolean()) {
      write(store, model, random);
    }
    if (random.nextInt(6) == 0) {
      rollback(store, model, random);
    }
    if (random.nextInt(6) == 0) {
      store.compact(rules, random).forEach(this::count);
      model.note(store.log().latestVersion());
    }
    for (Group group : plan.groups()) {
      count(store.finish(plan, group, results.get(group)));
      model.note(store.log().latestVersion());
    }
  }

  private void count(GroupOutcome outcome) {
    endings.merge(outcome.ending(), 1, Integer::sum);
  }

  private static void rollback(SmallStore store, Model model, Random random) throws IOException {
    List<Long> known = model.versions.keySet().stream().sorted().toList();
    long to = known.get(random.nextInt(known.size()));
    if (to < store.log().latestVersion()) {
      model.rollback(to, store.rollback(to));
    }
  }

  /** A full compaction leaves nothing dead and no overlap, and nothing to do. */
  private static void tidy(SmallStore store, Random random) throws IOException {
    CompactionRules full = new CompactionRules(2048, true);
    store.compact(full, random);
    store.compact(full, random);
    assertThat(store.plan("next", full).groups(), is(empty()));
    List<Component> components = Component.of(store.files(), stored(store));
    assertThat(components.stream().filter(Component::isUntidy).toList(), is(empty()));
  }

  private static List<Stored> stored(SmallStore store) throws IOException {
    List<Stored> stored = new ArrayList<>();
    for (var live : store.collection().segments()) {
      stored.add(Stored.of(store.files(), live, store.collection().schema()));
    }
    return stored;
  }
}
