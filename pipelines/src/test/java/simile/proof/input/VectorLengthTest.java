package simile.proof.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.LocalFiles;
import simile.ingest.Gate;
import simile.ingest.RunPlan;
import simile.ingest.SplitResult;
import simile.input.SplitPlanner;
import simile.log.CommitConflictException;
import simile.proof.Jobs;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.segment.DataFile;
import simile.store.AsOf;
import simile.store.Store;

/**
 * The first vector of an input says how long all are, however the input is cut, and whichever split
 * is ingested first.
 */
class VectorLengthTest {
  private static final int LINES = 24;

  @TempDir Path folder;

  /** A record, and the length of its vector; 0 for none. */
  private record Given(String id, int length) {
    /** Every third name is written with an escape. */
    private String name() {
      return id.hashCode() % 3 == 0 ? "embed\\u0064ing" : "embedding";
    }

    String line() {
      String vector = length == 0 ? "" : ",\"" + name() + "\":" + Collections.nCopies(length, 0.5);
      return """
          {"type":"analogy","id":"%s","source_domain":"seed","target_domain":"book","quality_score":0.5,"concept_mappings":{"a":"b"},"created_at":"2024-05-21T10:00:00Z"%s}
          """
          .formatted(id, vector);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void splitsAgreeWhereverTheyAreCut(long seed) throws Exception {
    Random random = new Random(seed);
    List<Given> given = records(random);
    int splitBytes = 150 + random.nextInt(1500);
    boolean compressed = random.nextBoolean();
    byte[] file = bytes(given);
    MemoryInputs inputs =
        compressed ? MemoryInputs.of("f.jsonl.gz", gzip(file)) : MemoryInputs.of("f.jsonl", file);
    PlainIngest.into(new LocalFiles(folder), "run-1")
        .withSplitBytes(splitBytes)
        .run(inputs, inputs.list());
    requireOneLength(given);
  }

  @Test
  void theJobDoesSo() throws Exception {
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      given.add(new Given("id-%03d".formatted(i), i < 100 ? 0 : i < 200 ? 3 : i < 300 ? 2 : 3));
    }
    Path input = folder.resolve("input.jsonl");
    Files.write(input, bytes(given));
    var summary =
        Jobs.direct(
            Jobs.args(folder.toString(), "run-1", "run-1", Gate.OPEN, 10_000, input.toString()));
    assertThat(summary.completed(), is(true));
    requireOneLength(given);
  }

  @Test
  void anEndThatIsRepeatedNeedsNoInputAndNothingIsLeft() throws Exception {
    LocalFiles files = new LocalFiles(folder);
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      given.add(new Given("id-%02d".formatted(i), i < 10 ? 3 : 2));
    }
    MemoryInputs inputs = MemoryInputs.of("f.jsonl", bytes(given));
    PlainIngest ingest = PlainIngest.into(files, "run-1").withSplitBytes(800);
    RunPlan plan = ingest.plan(SplitPlanner.plan(inputs.list(), 800));
    List<SplitResult> results = ingest.ingest(plan, inputs);
    var outcome = ingest.commit(plan, results, inputs);
    MemoryInputs gone = new MemoryInputs(Map.of(), 1);
    assertThat(ingest.commit(plan, results, gone), is(outcome));
    requireOneLength(given);
    Set<String> named =
        Stored.history(folder).get(0).files().map(DataFile::path).collect(Collectors.toSet());
    try (Stream<Path> all = Files.walk(folder)) {
      List<String> written =
          all.filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString())
              .filter(path -> path.startsWith("audit/") || path.contains("/run-1-"))
              .toList();
      assertThat(named, hasItems(written.toArray(String[]::new)));
      assertThat(written.size() > 4, is(true));
    }
  }

  @Test
  void ofTwoRunsThatAreTheFirstWithVectorsOneIsRefused() throws Exception {
    LocalFiles files = new LocalFiles(folder);
    MemoryInputs two = MemoryInputs.of("a.jsonl", bytes(List.of(new Given("a", 2))));
    MemoryInputs three = MemoryInputs.of("b.jsonl", bytes(List.of(new Given("b", 3))));
    PlainIngest late = PlainIngest.into(files, "run-2");
    RunPlan plan = late.plan(SplitPlanner.plan(three.list(), 1000));
    List<SplitResult> results = late.ingest(plan, three);
    PlainIngest.into(files, "run-1").run(two, two.list());
    var refused =
        assertThrows(CommitConflictException.class, () -> late.commit(plan, results, three));
    assertThat(refused.getMessage(), containsString("have dimension 2; it brings 3"));
    assertThat(Stored.analogies(folder).keySet(), is(Set.of("a")));
    assertThat(dimension(), is(OptionalInt.of(2)));
  }

  private void requireOneLength(List<Given> given) throws Exception {
    OptionalInt first = given.stream().mapToInt(Given::length).filter(n -> n > 0).findFirst();
    Set<String> fit =
        given.stream()
            .filter(g -> g.length() == 0 || g.length() == first.getAsInt())
            .map(Given::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(Stored.analogies(folder).keySet(), equalTo(fit));
    assertThat(dimension(), is(first));
    var commit = Stored.history(folder).get(0);
    List<Long> rejected =
        Stored.rejected(folder, commit).stream().map(Stored.Rejected::line).sorted().toList();
    List<Long> unfit = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      if (!fit.contains(given.get(i).id())) {
        unfit.add(i + 1L);
      }
    }
    assertThat(rejected, equalTo(unfit));
    assertThat(commit.counts().rejected(), is((long) unfit.size()));
  }

  private OptionalInt dimension() throws IOException {
    return Store.open(folder.toString())
        .snapshot(AsOf.latest())
        .collection("default", "analogies")
        .schema()
        .dimension();
  }

  private static List<Given> records(Random random) {
    int[] lengths = {0, 0, 0, 3, 3, 2, 4};
    int without = random.nextInt(LINES);
    List<Given> given = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      given.add(
          new Given(
              "id-%02d".formatted(i), i < without ? 0 : lengths[random.nextInt(lengths.length)]));
    }
    return given;
  }

  private static byte[] bytes(List<Given> given) {
    return given.stream().map(Given::line).collect(Collectors.joining()).getBytes(UTF_8);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
