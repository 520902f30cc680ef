package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command on one real store, as it is shipped: versions 1 and 2, and a failed run, 3. */
class StoreCommandsTest {
  private static final Path TESTDATA = Path.of(System.getProperty("simile.root"), "testdata");

  @TempDir static Path folder;

  private static String store;
  private static Session first;
  private static Session failed;

  @BeforeAll
  static void ingest() {
    store = folder.resolve("store").toString();
    first = ingest("analogies", "one", "--format", "json");
    ingest("upserts/update.jsonl", "two");
    failed = ingest("invalid/not-json.jsonl", "three", "--format", "json", "--max-violations", "0");
  }

  private static Session ingest(String input, String runId, String... more) {
    List<String> args =
        new ArrayList<>(List.of("--input", TESTDATA.resolve(input).toString(), "--run-id", runId));
    args.addAll(List.of(more));
    return run("ingest", args.toArray(String[]::new));
  }

  private static Session run(String command, String... options) {
    List<String> args = new ArrayList<>(List.of(command.split(" ")));
    args.addAll(List.of("--store", store));
    args.addAll(List.of(options));
    return Session.of(args.toArray(String[]::new));
  }

  private static JsonNode json(Session session) throws IOException {
    return new ObjectMapper().readTree(session.out());
  }

  @Test
  void ingestPrintsOneObjectAndSaysWhichRunnerOnStandardError() throws IOException {
    assertThat(first.exit(), is(0));
    assertThat(json(first).path("records_accepted").asInt(), is(244));
    assertThat(first.err(), startsWith("simile: running on direct"));
    assertThat(Files.exists(Path.of(json(first).path("report").asText())), is(true));
  }

  @Test
  void sameRunAgainPrintsTheFirstSummary() {
    Session again = ingest("analogies", "one", "--format", "json");
    assertThat(again.exit(), is(0));
    assertThat(again.out(), is(first.out()));
  }

  @Test
  void sameRunIdWithOtherArgumentsIsRefused() {
    assertThat(ingest("frames", "one", "--collection", "frames").exit(), is(2));
  }

  @Test
  void failedGateIsThreeWithoutAVersion() throws IOException {
    assertThat(failed.exit(), is(3));
    assertThat(json(failed).path("version").isNull(), is(true));
    assertThat(Files.isDirectory(Path.of(json(failed).path("audit").asText())), is(true));
  }

  @Test
  void queryPrintsRecordsAsTheyCameIn() throws IOException {
    String id = "art-dance-grammar";
    Session session = run("query", "--id", id, "--format", "jsonl");
    List<String> input = Files.readAllLines(TESTDATA.resolve("analogies/music-and-arts.jsonl"));
    assertThat(input.stream().anyMatch(l -> l.equals(session.out().stripTrailing())), is(true));
  }

  @Test
  void queryFiltersSortsAndLimits() throws IOException {
    JsonNode rows =
        json(
            run(
                "query",
                "--min-quality",
                "0.9",
                "--order-by",
                "quality_score:desc",
                "--limit",
                "3",
                "--format",
                "json"));
    assertThat(rows.size(), is(3));
    assertThat(
        rows.get(0).path("quality_score").asDouble()
            >= rows.get(2).path("quality_score").asDouble(),
        is(true));
  }

  @Test
  void queryCounts() throws IOException {
    assertThat(run("query", "--as-of", "1", "--count").out(), is("244\n"));
    assertThat(json(run("query", "--count", "--format", "json", "--limit", "3")).size(), is(1));
    assertThat(
        run("query", "--count", "--format", "jsonl", "--limit", "3").out(), is("{\"count\":3}\n"));
    assertThat(run("query", "--count", "--format", "csv", "--id", "none").out(), is("count\n0\n"));
  }

  @Test
  void criterionOfAFieldThatTheCollectionLacksIsRefused() {
    String recipes = folder.resolve("recipes").toString();
    Session.of(
        "ingest",
        "--store",
        recipes,
        "--collection",
        "recipes",
        "--contract",
        TESTDATA.resolve("contracts/recipes.odcs.yaml").toString(),
        "--input",
        TESTDATA.resolve("recipes").toString());
    Session session =
        Session.of("query", "--store", recipes, "--collection", "recipes", "--min-quality", "0.5");
    assertThat(session.exit(), is(2));
    assertThat(session.err(), containsString("--min-quality looks at quality_score"));
    assertThat(session.err(), containsString("cuisine"));
  }

  @Test
  void tablesAreForPeople() {
    assertThat(run("contexts list").out(), containsString(" kB\n"));
    String[] file = run("inspect", "--live-files").out().split("\n", -1)[1].split(" +", -1);
    assertThat(file[file.length - 1].length(), is(12));
  }

  @Test
  void csvHasEveryColumn() {
    assertThat(
        run("query", "--limit", "1", "--format", "csv").out(),
        startsWith("id,source_domain,target_domain,quality_score,"));
  }

  @Test
  void historyIsNewestFirstAndHidesAudits() throws IOException {
    JsonNode rows = json(run("history", "--format", "json"));
    assertThat(rows.size(), is(2));
    assertThat(rows.get(0).path("version").asInt(), is(2));
    assertThat(rows.get(0).path("run_id").asText(), is("two"));
    assertThat(rows.get(1).path("records_read").asInt(), is(244));
    JsonNode all = json(run("history", "--all", "--format", "json"));
    assertThat(all.get(0).path("operation").asText(), is("audit"));
    assertThat(all.get(0).path("collection").asText(), is("analogies"));
    assertThat(run("history", "--collection", "frames", "--format", "json").out(), is("[]\n"));
  }

  @Test
  void inspectSumsUpAndListsFiles() throws IOException {
    JsonNode summary = json(run("inspect", "--as-of", "1", "--format", "json"));
    assertThat(summary.path("version").asInt(), is(1));
    assertThat(summary.path("rows").asInt(), is(244));
    assertThat(summary.at("/by_kind/sqlite/files").asInt(), is(1));
    for (JsonNode file : json(run("inspect", "--live-files", "--format", "json"))) {
      Path path = Path.of(store, file.path("path").asText());
      assertThat(Files.size(path), is(file.path("bytes").asLong()));
    }
    assertThat(json(run("inspect", "--segments", "--format", "json")).size(), is(2));
    assertThat(run("inspect", "--show-contract").out(), containsString("kind: DataContract"));
    JsonNode contract = json(run("inspect", "--show-contract", "--format", "json"));
    assertThat(contract.path("partition_by").asText(), is("source_domain"));
    assertThat(contract.at("/rules/0/name").asText(), is("updated-not-before-created"));
    assertThat(run("inspect", "--live-files", "--segments").exit(), is(2));
  }

  @Test
  void contextsAreListedAndShown() throws IOException {
    assertThat(json(run("contexts list", "--format", "json")).size(), is(1));
    JsonNode shown = json(run("contexts show default", "--format", "json"));
    assertThat(shown.get(0).path("collection").asText(), is("analogies"));
    assertThat(run("contexts show nowhere").exit(), is(2));
    assertThat(run("contexts").exit(), is(2));
  }

  @Test
  void workflowsTellHowRunsEnded() throws IOException {
    JsonNode broken = json(run("workflows list", "--status", "failed", "--format", "json"));
    assertThat(broken.size(), is(1));
    JsonNode shown = json(run("workflows show three", "--format", "json"));
    assertThat(shown.path("status").asText(), is("FAILED"));
    assertThat(shown.path("violations_by_rule").isEmpty(), is(false));
    assertThat(shown.path("failure").asText(), not(is("")));
    assertThat(shown.path("audit").asText(), startsWith("/"));
    assertThat(run("workflows show nobody").exit(), is(2));
  }

  @Test
  void doctorProbesTheStore() {
    assertThat(run("doctor").out(), containsString("ok    store"));
  }

  @ParameterizedTest
  @CsvSource({
    "query, --as-of 77, no version 77",
    "query, --as-of soon, there is no tag 'soon'",
    "query, --as-of 2026-13-01, is no version",
    "query, --order-by nope, cannot order by",
    "query, --order-by id:up, FIELD:desc",
    "query, --min-quality 1.2, from 0 to 1",
    "query, --limit -1, 0 or more",
    "query, --format xml, xml",
    "query, --created-after yesterday, is not a time",
    "query, --collection frames, no collection 'frames'",
    "ingest, --input /no/such/file.jsonl, no input at",
    "ingest, --input x --context A/B, cannot name a context",
    "ingest, --input x --contract /no/file.yaml, no contract file"
  })
  void wrongUseIsTwoAndSaysWhy(String command, String options, String expected) {
    Session session = run(command, options.split(" ", -1));
    assertThat(session.err(), containsString(expected));
    assertThat(session.exit(), is(2));
    assertThat(session.err(), not(containsString("\tat ")));
  }

  @Test
  void missingStoreIsTwo() {
    Session session = Session.of("query", "--store", folder.resolve("nothing").toString());
    assertThat(session.exit(), is(2));
    assertThat(session.err(), containsString("there is no store"));
  }

  @Test
  void storeElsewhereIsTwo() {
    Session session = Session.of("query", "--store", "gs://bucket/store");
    assertThat(session.exit(), is(2));
    assertThat(session.err(), containsString("nothing here serves 'gs:'"));
  }

  @Test
  void damagedLogIsEight() throws IOException {
    Path damaged = Files.createDirectories(folder.resolve("damaged/_log"));
    Files.writeString(damaged.resolve("00000000000000000001.json"), "{}");
    assertThat(Session.of("history", "--store", damaged.getParent().toString()).exit(), is(8));
  }

  @Test
  void validateNeedsNoStore() {
    Session good = Session.of("validate", TESTDATA.resolve("analogies/*.jsonl").toString());
    Session bad = Session.of("validate", TESTDATA.resolve("invalid/not-json.jsonl").toString());
    assertThat(bad.exit(), is(3));
    assertThat(bad.out(), containsString("json.syntax"));
    assertThat(good.err(), containsString("244 records read, 244 accepted, 0 rejected"));
    assertThat(good.exit(), is(0));
    assertThat(good.out(), is(""));
    Session gaps = Session.of("validate", TESTDATA.resolve("invalid/empty-lines.jsonl").toString());
    assertThat(gaps.err(), containsString("3 records and 5 blank lines read, 3 accepted"));
    assertThat(Session.of("validate", "/no/file").exit(), is(2));
    assertThat(Session.of("validate", "x", "--contract", "nope").exit(), is(2));
    String broken = TESTDATA.resolve("invalid-contracts/not-yaml.yaml").toString();
    assertThat(Session.of("validate", "x", "--contract", broken).exit(), is(2));
  }

  @Test
  void validateTakesTheDimensionFromTheFirstVector() throws IOException {
    String two = "{\"source_domain\":\"a\",\"target_domain\":\"b\",\"quality_score\":1";
    Path file = folder.resolve("vectors.jsonl");
    Files.writeString(
        file, two + "}\n" + two + ",\"embedding\":[1,2]}\n" + two + ",\"embedding\":[1,2,3]}\n");
    Session session = Session.of("validate", file.toString(), "--format", "csv");
    assertThat(session.exit(), is(3));
    assertThat(session.out(), containsString(",3,error,embedding.dimension,/embedding,2 numbers"));
    assertThat(session.err(), containsString("2 accepted, 1 rejected"));
  }

  @Test
  void demoShowsEachCommand() {
    Session session = Session.of("demo", "--store", folder.resolve("demo").toString());
    assertThat(session.exit(), is(0));
    assertThat(session.out(), containsString("$ simile ingest --store "));
    assertThat(session.out(), containsString("$ simile history --store "));
    assertThat(session.out(), containsString("lang-species-languages"));
  }
}
