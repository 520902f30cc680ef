package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.files.Sha256;
import simile.jobs.imports.MergeStrategy;
import simile.proof.Folders;
import simile.proof.Lines;
import simile.proof.Stored;
import simile.proof.imports.MergeContracts;

class ImportCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void aDryRunLeavesNotEvenAnEmptyStore() throws IOException {
    Path input = write("in.jsonl", Lines.analogy("a", 0.5), "not json");
    Session session = run("--input", input.toString(), "--dry-run");
    assertThat(session.err(), session.exit(), is(0));
    assertThat(session.err(), containsString("2 records read, 1 accepted, 1 rejected"));
    assertThat(session.err(), containsString("json.syntax 1"));
    assertThat(Files.exists(store()), is(false));
  }

  @Test
  void aDryRunListsConflictsAndChangesNothing() throws IOException {
    run("--input", write("one.jsonl", at("old", 5), at("new", 1), at("same", 3)).toString());
    List<String> before = Folders.list(store());
    Path input = write("two.jsonl", at("old", 4), at("new", 2), at("same", 3), at("fresh", 1));
    String[] asked = {
      "--input", input.toString(), "--dry-run", "--merge-strategy", "merge", "--format", "jsonl"
    };
    Session session = run(asked);
    assertThat(session.err(), session.exit(), is(0));
    List<JsonNode> rows = session.out().lines().map(ImportCommandTest::tree).toList();
    assertThat(rows.size(), is(2));
    assertThat(
        rows.get(0).path("id").asText() + rows.get(0).path("action").asText(), is("newreplaced"));
    assertThat(
        rows.get(1).path("id").asText() + rows.get(1).path("action").asText(), is("oldkept"));
    assertThat(rows.get(1).path("stored_version").asLong(), is(1L));
    assertThat(rows.get(1).path("stored_time").asText(), is("2026-01-05T00:00:00Z"));
    assertThat(rows.get(1).path("incoming_time").asText(), is("2026-01-04T00:00:00Z"));
    assertThat(session.err(), containsString("2 conflicts with version 1: 1 replaced, 1 kept"));
    assertThat(Folders.list(store()), is(before));
  }

  @Test
  void aDryRunListsNoMergeThatTheContractThenRejects() throws Exception {
    Contract contract = MergeContracts.byField(BuiltInContracts.find("analogies").orElseThrow());
    Path yaml = Files.write(folder.resolve("fields.odcs.yaml"), contract.source());
    String stored = Lines.analogy("d", 0.5).replace("2026-01-01", "2024-01-01");
    String updated = stored.replace("}", ",\"updated_at\":\"2024-02-01T00:00:00Z\"}");
    run("--input", write("one.jsonl", updated).toString(), "--contract", yaml.toString());
    Path input = write("two.jsonl", stored.replace("2024-01-01", "2024-06-01"), at("e", 1));
    String[] asked = {"--input", input.toString(), "--merge-strategy", "merge"};
    Session dry = run(with(asked, "--dry-run", "--format", "jsonl"));
    assertThat(dry.err(), dry.exit(), is(0));
    assertThat(dry.out(), is(""));
    assertThat(dry.err(), containsString("2 records read, 1 accepted, 1 rejected"));
    assertThat(dry.err(), containsString("updated-not-before-created 1"));
    assertThat(
        dry.err(),
        containsString("0 conflicts with version 1: 0 replaced, 0 kept, 0 merged, 0 deleted"));
    assertThat(run(asked).out(), containsString("rejected    1\n"));
    assertThat(Stored.analogies(store()).get("d"), is(updated));
  }

  @Test
  void aDryRunSaysThatTheGateWouldFailAndEndsAsTheRunWould() throws IOException {
    String all = write("all.jsonl", "not json").toString();
    gateFails("1 of 1 record was rejected; none was accepted", "--input", all);
    String some = write("some.jsonl", at("a", 1), "not json").toString();
    gateFails(
        "1 of 2 records were rejected (ratio 0.5000); at most 0.01 may be",
        "--input",
        some,
        "--max-violation-ratio",
        "0.01");
    gateFails(
        "1 of 2 records were rejected; at most 0 may be", "--input", some, "--max-violations", "0");
    Session passes = run("--input", some, "--dry-run");
    assertThat(passes.exit(), is(0));
    assertThat(passes.err(), not(containsString("would fail")));
  }

  @Test
  void aGateThatWouldFailLeavesTheListAsItIs() throws IOException {
    run("--input", write("one.jsonl", at("a", 1)).toString());
    String input = write("two.jsonl", at("a", 2), "not json").toString();
    String[] asked = {"--input", input, "--dry-run", "--format", "jsonl"};
    Session fails = run(with(asked, "--max-violations", "0"));
    assertThat(fails.exit(), is(3));
    assertThat(tree(fails.out()).path("action").asText(), is("replaced"));
    assertThat(fails.out(), is(run(asked).out()));
  }

  @Test
  void aDryRunListsDeletionsOfLiveRecords() throws IOException {
    run("--input", write("one.jsonl", at("g", 3), at("h", 3)).toString());
    Path input =
        write("two.jsonl", Lines.deletion("g"), Lines.deletion("none"), at("new", 1), "not json");
    for (MergeStrategy strategy : MergeStrategy.values()) {
      String[] asked = {"--input", input.toString(), "--merge-strategy", strategy.key()};
      Session dry = run(with(asked, "--dry-run", "--format", "jsonl"));
      assertThat(dry.err(), dry.exit(), is(0));
      JsonNode row = tree(dry.out());
      String action = strategy == MergeStrategy.SKIP_CONFLICTS ? "kept" : "deleted";
      assertThat(row.path("id").asText() + " " + row.path("action").asText(), is("g " + action));
      assertThat(row.path("stored_version").asLong(), is(1L));
      assertThat(row.path("stored_time").asText(), is("2026-01-03T00:00:00Z"));
      assertThat(row.path("incoming_time").isNull(), is(true));
      assertThat(
          dry.err(), containsString("4 records read, 3 accepted, 2 of them deletions, 1 rejected"));
      assertThat(dry.err(), containsString("1 conflict with version 1: "));
      assertThat(dry.err(), containsString("1 " + action));
    }
  }

  @Test
  void mergeKeepsTheNewer() throws IOException {
    run("--input", write("one.jsonl", at("old", 5), at("new", 1)).toString());
    Path input = write("two.jsonl", at("old", 4), at("new", 2));
    Session session = run("--input", input.toString(), "--merge-strategy", "merge");
    assertThat(session.out(), containsString("kept      1 record that the store has"));
    assertThat(Stored.analogies(store()).get("old"), is(at("old", 5)));
    assertThat(Stored.analogies(store()).get("new"), is(at("new", 2)));
  }

  @Test
  void aRefusedFileIsUsageAndMakesNoStore() throws IOException {
    Path input = Files.writeString(folder.resolve("rows.csv"), "id\n");
    Session session = run("--input", input.toString());
    assertThat(session.exit(), is(2));
    assertThat(session.err(), containsString("rows.csv"));
    assertThat(session.err(), containsString("nothing was imported"));
    assertThat(Files.exists(store()), is(false));
  }

  @Test
  void damageDeepInAFileIsTheFilesWhateverItsFormatAndCommitsNothing() throws IOException {
    byte[] lines =
        String.join("\n", Collections.nCopies(90_000, Lines.analogy("a", 0.5))).getBytes(UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(lines);
    }
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 9);
    Path gzip = Files.write(folder.resolve("in.jsonl.gz"), cut);
    run("--input", write("one.jsonl", at("one", 1)).toString());
    Path parquet = folder.resolve("out.parquet");
    Session made =
        Session.of(
            "export",
            "-q",
            "--store",
            store() + "",
            "--format",
            "parquet",
            "--output",
            parquet + "");
    assertThat(made.err(), made.exit(), is(0));
    byte[] pages = Files.readAllBytes(parquet);
    Arrays.fill(pages, 4, 60, (byte) 0xFF);
    Files.write(parquet, pages);
    for (Path damaged : List.of(gzip, parquet)) {
      for (String command : List.of("import", "ingest")) {
        if (command.equals("import") || damaged.equals(gzip)) {
          Session session =
              Session.of(
                  command,
                  "-q",
                  "--store",
                  store() + "",
                  "--input",
                  damaged + "",
                  "--runner",
                  "direct");
          assertThat(session.err(), session.exit(), is(2));
          assertThat(session.err(), containsString("it is cut short or damaged"));
          assertThat(session.err(), containsString(damaged.getFileName().toString()));
        }
      }
    }
    assertThat(Stored.analogies(store()).size(), is(1));
  }

  @Test
  void historyAndWorkflowsShowAnImport() throws IOException {
    Path input = write("in.jsonl", Lines.analogy("a", 0.5));
    run("--input", input.toString(), "--run-id", "mine");
    JsonNode row =
        tree(Session.of("history", "--store", store().toString(), "--format", "jsonl").out());
    assertThat(row.path("operation").asText(), is("import"));
    assertThat(row.at("/details/import").asText(), is("JSONL"));
    Session workflows =
        Session.of("workflows", "list", "--store", store().toString(), "--type", "import");
    assertThat(workflows.out(), containsString("mine"));
  }

  @Test
  void theSameRunAgainIsTheSameVersion() throws IOException {
    Path input = write("in.jsonl", Lines.analogy("a", 0.5));
    String[] asked = {"--input", input.toString(), "--run-id", "mine"};
    String first = run(asked).out();
    assertThat(run(asked).out(), is(first));
    assertThat(Stored.history(store()).size(), is(1));
    String[] other = {"--input", input.toString(), "--run-id", "mine", "--no-sqlite"};
    assertThat(run(other).exit(), is(2));
  }

  @Test
  void theRecordedCommandLineDoesTheSame() throws IOException {
    Path input = write("in.jsonl", Lines.analogy("a", 0.5));
    run(
        "--input",
        input.toString(),
        "--run-id",
        "mine",
        "--merge-strategy",
        "merge",
        "--max-violations",
        "3");
    JsonNode shown =
        tree(
            Session.of(
                    "workflows", "show", "mine", "--store", store().toString(), "--format", "jsonl")
                .out());
    assertThat(shown.toString(), containsString("--merge-strategy=merge"));
    assertThat(
        Session.of("workflows", "retry", "mine", "--store", store().toString()).exit(), is(0));
  }

  @Test
  void anExportsFolderIsComparedWithItsManifest() throws IOException {
    Path export = Files.createDirectories(folder.resolve("export"));
    Path part = write("export/part-00000-of-00001.jsonl", Lines.analogy("a", 0.5));
    manifest(export, part, Sha256.of(part));
    assertThat(run("--input", export.toString()).exit(), is(0));
    assertThat(Stored.analogies(store()).size(), is(1));
    manifest(export, part, "0".repeat(64));
    Session changed = run("--input", export.toString());
    assertThat(changed.exit(), is(2));
    assertThat(changed.err(), containsString("its SHA-256 is not the one in the manifest"));
  }

  @Test
  void anExportsFolderNamesNoFileOutsideAndNoLink() throws IOException {
    Path export = Files.createDirectories(folder.resolve("export"));
    Path secret = write("secret.jsonl", Lines.analogy("a", 0.5));
    Files.writeString(
        export.resolve("_manifest.json"),
        "{\"collection\":\"analogies\",\"files\":[{\"path\":\"../secret.jsonl\",\"bytes\":1,\"sha256\":\"\"}]}");
    assertThat(run("--input", export.toString()).err(), containsString("leads out of the folder"));
    Path link = Files.createSymbolicLink(export.resolve("part.jsonl"), secret);
    manifest(export, link, Sha256.of(secret));
    assertThat(run("--input", export.toString()).err(), containsString("symbolic link"));
    assertThat(Files.exists(store()), is(false));
  }

  @Test
  void theExportsCollectionCounts() throws IOException {
    Path export = Files.createDirectories(folder.resolve("export"));
    Path part = write("export/part.jsonl", "{\"id\":\"c\",\"name\":\"x\"}");
    manifest(export, part, Sha256.of(part), "concepts");
    Session session = run("--input", export.toString());
    assertThat(session.out(), containsString("default/concepts"));
    Session other = run("--input", export.toString(), "--collection", "frames");
    assertThat(other.err(), containsString("the input holds 'concepts', not 'frames'"));
  }

  @Test
  void whatIsNotThereIsSaid() throws IOException {
    Session session = run("--input", folder.resolve("none").toString());
    assertThat(session.exit(), is(2));
    assertThat(session.err(), containsString("no input at"));
    assertThat(session.err(), not(containsString("Exception")));
  }

  private Session run(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "import";
    args[1] = "--store";
    args[2] = store().toString();
    args[3] = "-q";
    System.arraycopy(more, 0, args, 4, more.length);
    return Session.of(args);
  }

  /** A dry run says why, makes no store, and ends as the run that is then tried. */
  private void gateFails(String why, String... asked) throws IOException {
    boolean before = Files.exists(store());
    Session dry = run(with(asked, "--dry-run"));
    assertThat(dry.err(), dry.exit(), is(3));
    assertThat(
        dry.err(),
        containsString(
            "simile: the import would fail, and nothing would be committed: " + why + "\n"));
    assertThat(Files.exists(store()), is(before));
    Session real = run(asked);
    assertThat(real.err(), real.exit(), is(3));
    assertThat(real.err(), containsString("simile: nothing was committed: " + why + "\n"));
  }

  private static String[] with(String[] args, String... more) {
    return Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new);
  }

  private Path store() {
    return folder.resolve("store");
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static String at(String id, int day) {
    return Lines.analogy(id, day / 10.0).replace("2026-01-01", "2026-01-0" + day);
  }

  private static void manifest(Path export, Path file, String sha256) throws IOException {
    manifest(export, file, sha256, "analogies");
  }

  private static void manifest(Path export, Path file, String sha256, String collection)
      throws IOException {
    Files.writeString(
        export.resolve("_manifest.json"),
        "{\"format\":\"jsonl\",\"collection\":\"%s\",\"files\":[{\"path\":\"%s\",\"bytes\":%d,\"sha256\":\"%s\"}]}"
            .formatted(collection, file.getFileName(), Files.size(file), sha256));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }
}
