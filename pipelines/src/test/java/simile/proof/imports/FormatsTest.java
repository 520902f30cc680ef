package simile.proof.imports;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simile.jobs.RefusedException;
import simile.jobs.RunSummary;
import simile.jobs.RunnerKind;
import simile.jobs.imports.MergeStrategy;
import simile.log.Commit;
import simile.proof.Stored;
import simile.store.AsOf;

/** Files of each format, as others write them, and those that Simile writes itself. */
class FormatsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void aShardGivesBackEqualRecords() throws Exception {
    Path first = folder.resolve("first");
    Imports.run(first, Samples.jsonl(folder, Samples.RECORDS));
    Imports.run(store(), shard(first));
    assertThat(trees(store()), is(trees(first)));
  }

  @Test
  void aTableOfAStrangerIsReadByTheContract() throws Exception {
    Path file =
        Samples.sqlite(
            folder.resolve("t.db"),
            "CREATE TABLE things (id TEXT, source_domain TEXT, target_domain TEXT,"
                + " quality_score REAL, tags TEXT, concept_mappings TEXT, note TEXT, n INTEGER)",
            "INSERT INTO things VALUES ('a', 's', 't', 0.5, '[\"x\",\n \"y\"]', '{\"k\":\"v\"}',"
                + " 'line\nfeed', 9007199254740993)",
            "INSERT INTO things VALUES ('b', 's', 't', 1, NULL, NULL, NULL, NULL)");
    Imports.run(store(), file);
    SortedMap<String, JsonNode> stored = trees(store());
    assertThat(stored.get("a").path("tags"), is(JSON.readTree("[\"x\",\"y\"]")));
    assertThat(stored.get("a").path("concept_mappings").path("k").asText(), is("v"));
    assertThat(stored.get("a").path("note").asText(), is("line\nfeed"));
    assertThat(stored.get("a").path("n").asLong(), is(9007199254740993L));
    assertThat(stored.get("b").path("quality_score").asDouble(), is(1.0));
    assertThat(stored.get("b").has("tags"), is(false));
  }

  @Test
  void rowsThatCannotBeRecordsAreRejectedOneByOne() throws Exception {
    Path file =
        Samples.sqlite(
            folder.resolve("t.db"),
            "CREATE TABLE analogies (id TEXT, source_domain TEXT, target_domain TEXT,"
                + " quality_score REAL, tags TEXT, _extra TEXT)",
            "INSERT INTO analogies VALUES ('a', 's', 't', 0.5, '[1', NULL)",
            "INSERT INTO analogies VALUES ('b', x'00ff', 't', 0.5, NULL, NULL)",
            "INSERT INTO analogies VALUES ('c', 's', 't', 9e999, NULL, NULL)",
            "INSERT INTO analogies VALUES ('d', 's', 't', 0.5, '[],\"id\":\"z\"', NULL)",
            "INSERT INTO analogies VALUES ('e', 's', 't', 0.5, NULL, '{\"id\":\"z\"}')",
            "INSERT INTO analogies VALUES ('f', 's', 't', 7, NULL, NULL)",
            "INSERT INTO analogies VALUES ('g', 's', 't', 0.7, NULL, '{\"k\":1}')");
    RunSummary summary = Imports.run(store(), file);
    assertThat(summary.counts().rejected(), is(6L));
    assertThat(
        summary.violationsByRule(),
        is(Map.of("import.value", 4L, "json.duplicate-key", 1L, "field.maximum", 1L)));
    assertThat(trees(store()).keySet(), is(java.util.Set.of("g")));
    List<Stored.Rejected> rejected = Stored.rejected(store(), Stored.history(store()).get(0));
    assertThat(
        rejected.stream().map(Stored.Rejected::line).toList(), is(List.of(1L, 2L, 3L, 4L, 5L, 6L)));
  }

  @ParameterizedTest
  @EnumSource(RunnerKind.class)
  void parquetOfDuckDbGivesEqualRecords(RunnerKind runner) throws Exception {
    Path file =
        Samples.parquet(
            folder.resolve("p.parquet"),
            "SELECT 'id-' || i AS id, 'source ' || (i % 7) AS source_domain, 'ziel' AS"
                + " target_domain, (i % 101) / 100.0::DOUBLE AS quality_score, ['a', 'ü'] AS tags,"
                + " TIMESTAMPTZ '2026-01-01 00:00:00+00' AS created_at,"
                + " [i::FLOAT, 0.5::FLOAT] AS embedding FROM range(5000) t(i)");
    RunSummary summary =
        Imports.job(Imports.args(store(), MergeStrategy.OVERWRITE, file), runner).run();
    assertThat(summary.counts().accepted(), is(5000L));
    SortedMap<String, String> stored = Stored.analogies(store(), AsOf.latest(), true);
    assertThat(stored.size(), is(5000));
    JsonNode record = JSON.readTree(stored.get("id-4999"));
    assertThat(record.path("source_domain").asText(), is("source 1"));
    assertThat(record.path("tags"), is(JSON.readTree("[\"a\",\"ü\"]")));
    assertThat(record.path("embedding").path(0).floatValue(), is(4999f));
    Commit entry = Stored.history(store()).get(0);
    assertThat(entry.details().get("import"), is("Parquet"));
  }

  @Test
  void vectorsComeToTheRecordsThatAreThere() throws Exception {
    Imports.run(store(), Samples.jsonl(folder, Samples.RECORDS));
    Path npz = Samples.npz(folder.resolve("v.npz"), new float[] {1, 0.1f}, "a", "b", "nobody");
    RunSummary summary = Imports.run(store(), npz);
    assertThat(summary.counts().accepted(), is(2L));
    assertThat(summary.violationsByRule(), is(Map.of("import.no-record", 1L)));
    SortedMap<String, String> stored = Stored.analogies(store(), AsOf.latest(), true);
    assertThat(stored.get("a"), is(withVector(Samples.RECORDS.get(0), "[1.0,0.1]")));
    assertThat(stored.get("c \"q\""), not(containsString("embedding")));
  }

  @Test
  void vectorsOfAnotherLengthAreRefusedBeforeTheRun() throws Exception {
    Imports.run(store(), Samples.jsonl(folder, Samples.RECORDS));
    Imports.run(store(), Samples.npz(folder.resolve("v.npz"), new float[] {1, 2}, "a"));
    Path three = Samples.npz(folder.resolve("w.npz"), new float[] {1, 2, 3}, "a");
    RefusedException refused =
        assertThrows(RefusedException.class, () -> Imports.run(store(), three));
    assertThat(refused.getMessage(), containsString("have 3 numbers, those of the collection 2"));
  }

  @Test
  void vectorsThatHoldNaNAreRejected() throws Exception {
    Imports.run(store(), Samples.jsonl(folder, Samples.RECORDS));
    Path npz = Samples.npz(folder.resolve("v.npz"), new float[] {1, Float.NaN}, "a");
    RunSummary summary = Imports.run(store(), npz);
    assertThat(summary.completed(), is(false));
    assertThat(summary.violationsByRule(), is(Map.of("field.type", 1L)));
  }

  @Test
  void oneImportTakesFilesOfSeveralFormats() throws Exception {
    Path first = folder.resolve("first");
    Imports.run(first, Samples.jsonl(folder, Samples.RECORDS));
    Path lines = folder.resolve("more.jsonl");
    Files.writeString(lines, Samples.RECORDS.get(1).replace("\"b\"", "\"d\"") + "\n");
    RunSummary summary = Imports.run(store(), shard(first), lines);
    assertThat(summary.counts().accepted(), is(4L));
    assertThat(Stored.history(store()).get(0).details().get("import"), is("SQLite, JSONL"));
  }

  private Path store() {
    return folder.resolve("store");
  }

  private static Path shard(Path store) throws IOException {
    try (Stream<Path> files = Files.list(store.resolve("contexts/default/analogies/sqlite"))) {
      return files.findFirst().orElseThrow();
    }
  }

  private static String withVector(String record, String vector) {
    return record.substring(0, record.length() - 1) + ",\"embedding\":" + vector + "}";
  }

  private static SortedMap<String, JsonNode> trees(Path store) throws IOException {
    SortedMap<String, JsonNode> trees = new TreeMap<>();
    for (Map.Entry<String, String> record : Stored.analogies(store).entrySet()) {
      JsonNode tree = JSON.readTree(record.getValue());
      trees.put(record.getKey(), tree);
    }
    return trees;
  }
}
