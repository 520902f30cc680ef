package simile.proof.input;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.LocalFiles;
import simile.log.Commit;
import simile.log.Counts;
import simile.proof.Jobs;
import simile.proof.LocalInputs;
import simile.proof.Oracle;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.proof.Stored.Rejected;

/** Every kind of broken line is rejected and kept, and costs no neighbour. */
class InvalidInputTest {
  private static final Path INVALID =
      Path.of(System.getProperty("simile.root"), "testdata", "invalid");

  @TempDir Path folder;

  static Stream<String> files() throws IOException {
    List<String> names = new java.util.ArrayList<>();
    expected().fieldNames().forEachRemaining(names::add);
    return names.stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void brokenLinesAreRejectedAndTheirNeighboursAreKept(String name) throws Exception {
    int dimension =
        Files.readString(INVALID.resolve(name), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("\"embedding\"")
            ? 8
            : -1;
    PlainIngest.into(new LocalFiles(folder), "run-1")
        .withDimension(dimension)
        .run(new LocalInputs(INVALID), name);
    requireAsExpected(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wrong-embedding.jsonl",
        "several-rules.jsonl",
        "crlf.jsonl",
        "invalid-utf8.jsonl"
      })
  void theJobSaysTheSame(String name) throws Exception {
    var summary = Jobs.direct(Jobs.args(folder, "run-1", INVALID.resolve(name).toString()));
    assertThat(summary.completed(), is(true));
    requireAsExpected(name);
  }

  private void requireAsExpected(String name) throws IOException {
    JsonNode expected = expected().get(name);
    Commit commit = Stored.history(folder).get(0);
    Counts counts = commit.counts();
    assertThat("read", counts.read(), is(expected.get("read").longValue()));
    assertThat("blank", counts.blank(), is(expected.get("blank").longValue()));
    assertThat("accepted", counts.accepted(), is(expected.get("accepted").longValue()));
    assertThat("rejected", counts.rejected(), is(expected.get("rejected").longValue()));
    assertThat(commit.violationsByRule(), equalTo(rules(expected.get("rules"))));
    List<Rejected> rejected = Stored.rejected(folder, commit);
    assertThat("audit", (long) rejected.size(), is(counts.rejected()));
    assertThat(rulesOf(rejected), equalTo(commit.violationsByRule()));
    requireLines(name, rejected);
  }

  private void requireLines(String name, List<Rejected> rejected) throws IOException {
    List<Oracle.Line> lines = Oracle.lines(Files.readAllBytes(INVALID.resolve(name)));
    Map<Long, Rejected> byLine =
        rejected.stream().collect(Collectors.toMap(Rejected::line, r -> r));
    for (Rejected line : rejected) {
      Oracle.Line original = lines.get((int) line.line() - 1);
      assertThat(line.bytes(), equalTo(original.bytes()));
      assertThat(line.offset(), is(original.offset()));
      assertThat(Path.of(line.file()).getFileName().toString(), is(name));
    }
    List<Oracle.Line> accepted =
        lines.stream().filter(l -> !l.isBlank() && !byLine.containsKey(l.number())).toList();
    assertThat(Oracle.differences(accepted, Stored.analogies(folder)), is(empty()));
  }

  private static SortedMap<String, Long> rulesOf(List<Rejected> rejected) {
    SortedMap<String, Long> rules = new TreeMap<>();
    rejected.forEach(line -> line.rules().forEach(rule -> rules.merge(rule, 1L, Long::sum)));
    return rules;
  }

  private static SortedMap<String, Long> rules(JsonNode node) {
    SortedMap<String, Long> rules = new TreeMap<>();
    node.properties().forEach(rule -> rules.put(rule.getKey(), rule.getValue().longValue()));
    return rules;
  }

  private static JsonNode expected() throws IOException {
    return new ObjectMapper().readTree(INVALID.resolve("expected.json").toFile());
  }
}
