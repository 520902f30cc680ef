package simile.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.LocalFiles;
import simile.jsonl.Compression;
import simile.record.IdRange;
import simile.segment.LiveSegment;

/** Random histories, asked at every version, against a map in memory. */
class QueryModelTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int COMMITS = 6;
  private static final int QUERIES = 30;
  private static final long ENTRIES_A_RANGE = 7;
  private static final Comparator<String> UTF8 =
      (a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));
  private static final List<String> ORDERS =
      List.of("id", "source_domain", "quality_score", "created_at", "workflow_id");

  @TempDir Path folder;

  /** A live record, and the version that wrote it. */
  private record Live(Analogy analogy, long version) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void answersAreTheOracles(long seed) throws IOException {
    Random random = new Random(seed);
    OpenFiles files = new OpenFiles(new LocalFiles(folder));
    ModelStore store = new ModelStore(files);
    List<Map<String, Live>> versions = new ArrayList<>();
    versions.add(new TreeMap<>(UTF8));
    for (int c = 1; c <= COMMITS; c++) {
      List<LiveSegment> some = some(store.live(versions.size() - 1), random);
      if (c % 3 == 0 && some.size() > 1) {
        store.compact(some);
        versions.add(versions.get(versions.size() - 1));
      }
      int version = versions.size();
      versions.add(commit(store, versions.get(version - 1), version, random));
    }
    for (int version = 1; version < versions.size(); version++) {
      QueryRunner runner = store.at(version);
      for (int q = 0; q < QUERIES; q++) {
        Query query = query(random);
        assertThat(
            "version " + version + ", " + query,
            answer(runner, query),
            is(expected(versions.get(version), query)));
        assertThat("left open by " + query, files.now(), is(empty()));
        if (q % 4 == 0) {
          assertOtherWaysAgree(runner, query, answer(runner, query));
        }
        assertThat("left open by other ways: " + query, files.now(), is(empty()));
      }
    }
  }

  private static List<LiveSegment> some(List<LiveSegment> live, Random random) {
    return live.stream().filter(s -> random.nextBoolean()).toList();
  }

  /** By several threads, by ranges of ids, in parts, and with an explanation. */
  private static void assertOtherWaysAgree(QueryRunner runner, Query query, List<String> answer)
      throws IOException {
    assertThat("by threads: " + query, rows(runner.run(query, 3, ENTRIES_A_RANGE)), is(answer));
    assertThat("explained: " + query, runner.explain(1, query).rows(), is((long) answer.size()));
    Query unordered = Query.of(query.criteria()).withEmbeddings(query.withEmbeddings());
    List<String> all = answer(runner, unordered);
    List<String> inRanges = new ArrayList<>(rows(runner.run(unordered, new IdRange("", "i3"))));
    inRanges.addAll(rows(runner.run(unordered, new IdRange("i3", ""))));
    assertThat("by ranges: " + query, inRanges, is(all));
    List<String> inParts = new ArrayList<>();
    for (Rows part : runner.scan(unordered, 4)) {
      inParts.addAll(rows(part));
    }
    assertThat("in parts: " + query, inParts, containsInAnyOrder(all.toArray()));
  }

  /** Writes a random commit of several splits; an id may be in many of them, many times. */
  private static Map<String, Live> commit(
      ModelStore store, Map<String, Live> before, long version, Random random) throws IOException {
    Map<String, Live> after = new TreeMap<>(UTF8);
    after.putAll(before);
    String submittedAt = Analogy.time(random);
    List<List<String>> splits = new ArrayList<>();
    for (int s = random.nextInt(4); s >= 0; s--) {
      List<String> lines = new ArrayList<>();
      for (int n = random.nextInt(60); n > 0; n--) {
        String id = id(random);
        if (random.nextInt(5) == 0) {
          lines.add("{\"type\":\"deletion\",\"target_id\":\"" + id + "\"}");
          after.remove(id);
        } else {
          Analogy analogy = Analogy.random(random, id);
          lines.add(analogy.line(random));
          after.put(id, new Live(analogy.stamped(submittedAt), version));
        }
      }
      splits.add(lines);
    }
    store.commit(splits, submittedAt, Analogy.pick(List.of(Compression.values()), random));
    return after;
  }

  private static List<String> answer(QueryRunner runner, Query query) throws IOException {
    return rows(runner.run(query));
  }

  private static List<String> rows(Rows opened) throws IOException {
    List<String> rows = new ArrayList<>();
    try (Rows answer = opened) {
      for (Optional<Row> row = answer.next(); row.isPresent(); row = answer.next()) {
        JsonNode json = JSON.readTree(row.get().json());
        assertThat(json.get("id").textValue(), is(row.get().id()));
        rows.add(show(json, row.get().version()));
      }
    }
    return rows;
  }

  private static List<String> expected(Map<String, Live> live, Query query) {
    Comparator<Live> byId = Comparator.comparing(l -> l.analogy().id(), UTF8);
    Comparator<Live> order = query.orderBy().map(by -> by(by).thenComparing(byId)).orElse(byId);
    return live.values().stream()
        .filter(l -> l.analogy().meets(query.criteria()))
        .sorted(order)
        .limit(query.limit().orElse(Long.MAX_VALUE))
        .map(l -> show(l, query.withEmbeddings()))
        .toList();
  }

  private static Comparator<Live> by(OrderBy order) {
    return switch (order.field()) {
      case "quality_score" -> absentLast(l -> Optional.of(l.analogy().quality()), order);
      case "created_at" -> absentLast(l -> Optional.of(l.analogy().instant()), order);
      case "source_domain" -> textLast(l -> Optional.of(l.analogy().source()), order);
      case "workflow_id" -> textLast(l -> l.analogy().workflow(), order);
      default -> textLast(l -> Optional.of(l.analogy().id()), order);
    };
  }

  private static <T extends Comparable<T>> Comparator<Live> absentLast(
      Function<Live, Optional<T>> key, OrderBy order) {
    return comparator(key, order, Comparator.naturalOrder());
  }

  private static Comparator<Live> textLast(Function<Live, Optional<String>> key, OrderBy order) {
    return comparator(key, order, UTF8);
  }

  private static <T> Comparator<Live> comparator(
      Function<Live, Optional<T>> key, OrderBy order, Comparator<T> values) {
    Comparator<T> directed = order.descending() ? values.reversed() : values;
    return (a, b) -> {
      Optional<T> left = key.apply(a);
      Optional<T> right = key.apply(b);
      if (left.isEmpty() || right.isEmpty()) {
        return Boolean.compare(left.isEmpty(), right.isEmpty());
      }
      return directed.compare(left.get(), right.get());
    };
  }

  /** A record in one form, whatever the order of its members. */
  private static String show(JsonNode json, long version) {
    TreeMap<String, String> members = new TreeMap<>();
    json.properties().forEach(f -> members.put(f.getKey(), show(f.getKey(), f.getValue())));
    return version + " " + members;
  }

  private static String show(String name, JsonNode value) {
    if (!name.equals("embedding")) {
      return value.isTextual() ? value.textValue() : value.toString();
    }
    List<Float> floats = new ArrayList<>();
    value.forEach(v -> floats.add(Float.parseFloat(v.asText())));
    return floats.toString();
  }

  private static String show(Live live, boolean withEmbedding) {
    Analogy a = live.analogy();
    TreeMap<String, String> members = new TreeMap<>();
    members.put("id", a.id());
    members.put("source_domain", a.source());
    members.put("target_domain", a.target());
    members.put("quality_score", Double.toString(a.quality()));
    a.created().ifPresent(c -> members.put("created_at", c));
    a.workflow().ifPresent(w -> members.put("workflow_id", w));
    if (!a.tags().isEmpty()) {
      members.put("tags", "[\"" + String.join("\",\"", a.tags()) + "\"]");
    }
    if (withEmbedding) {
      a.vector().ifPresent(v -> members.put("embedding", v.toString()));
    }
    return live.version() + " " + members;
  }

  private static Query query(Random random) {
    Query query = Query.of(criteria(random)).withEmbeddings(random.nextInt(3) == 0);
    if (random.nextBoolean()) {
      query = query.orderBy(new OrderBy(Analogy.pick(ORDERS, random), random.nextBoolean()));
    }
    return random.nextInt(3) == 0 ? query.limit(random.nextInt(30)) : query;
  }

  private static Criteria criteria(Random random) {
    return new Criteria(
        some(random, 3, 20, () -> id(random)),
        some(random, 3, 2, () -> Analogy.pick(Analogy.DOMAINS, random)),
        some(random, 3, 2, () -> Analogy.pick(Analogy.DOMAINS, random)),
        some(random, 4, 2, () -> Analogy.pick(Analogy.DOMAINS, random)),
        random.nextInt(3) == 0
            ? OptionalDouble.of(random.nextInt(11) / 10.0)
            : OptionalDouble.empty(),
        random.nextInt(4) == 0
            ? OptionalDouble.of(random.nextInt(11) / 10.0)
            : OptionalDouble.empty(),
        time(random),
        time(random),
        some(random, 4, 2, () -> Analogy.pick(Analogy.TAGS, random).replace("\\", "")));
  }

  private static Optional<Instant> time(Random random) {
    return random.nextInt(4) == 0
        ? Optional.of(java.time.OffsetDateTime.parse(Analogy.time(random)).toInstant())
        : Optional.empty();
  }

  private static List<String> some(
      Random random, int oneIn, int most, java.util.function.Supplier<String> value) {
    List<String> values = new ArrayList<>();
    if (random.nextInt(oneIn) == 0) {
      for (int n = 1 + random.nextInt(most); n > 0; n--) {
        values.add(value.get());
      }
    }
    return values;
  }

  private static String id(Random random) {
    int n = random.nextInt(80);
    return switch (n % 4) {
      case 0 -> "shared-prefix-" + n;
      case 1 -> "\uD83D\uDE00" + n;
      case 2 -> "\uFB01" + n;
      default -> "i" + n;
    };
  }
}
