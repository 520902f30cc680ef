package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.jobs.imports.MergeStrategy;
import simile.proof.Folders;
import simile.proof.Lines;
import simile.proof.Stored;
import simile.proof.imports.MergeContracts;

/** What a dry run says is what the import then does, and nothing is changed by it. */
class ImportDryRunTest {
  @TempDir Path folder;

  private ImportScene scene;

  @BeforeEach
  void begin() {
    scene = new ImportScene(folder);
  }

  @Test
  void aDryRunLeavesNotEvenAnEmptyStore() throws IOException {
    Path input = scene.write("in.jsonl", Lines.analogy("a", 0.5), "not json");
    Session session = scene.run("--input", input.toString(), "--dry-run");
    assertThat(session.err(), session.exit(), is(0));
    assertThat(session.err(), containsString("2 records read, 1 accepted, 1 rejected"));
    assertThat(session.err(), containsString("json.syntax 1"));
    assertThat(Files.exists(scene.store()), is(false));
  }

  @Test
  void aDryRunListsConflictsAndChangesNothing() throws IOException {
    scene.run(
        "--input",
        scene
            .write(
                "one.jsonl",
                ImportScene.at("old", 5),
                ImportScene.at("new", 1),
                ImportScene.at("same", 3))
            .toString());
    List<String> before = Folders.list(scene.store());
    Path input =
        scene.write(
            "two.jsonl",
            ImportScene.at("old", 4),
            ImportScene.at("new", 2),
            ImportScene.at("same", 3),
            ImportScene.at("fresh", 1));
    String[] asked = {
      "--input", input.toString(), "--dry-run", "--merge-strategy", "merge", "--format", "jsonl"
    };
    Session session = scene.run(asked);
    assertThat(session.err(), session.exit(), is(0));
    List<JsonNode> rows = session.out().lines().map(ImportScene::tree).toList();
    assertThat(rows.size(), is(2));
    assertThat(
        rows.get(0).path("id").asText() + rows.get(0).path("action").asText(), is("newreplaced"));
    assertThat(
        rows.get(1).path("id").asText() + rows.get(1).path("action").asText(), is("oldkept"));
    assertThat(rows.get(1).path("stored_version").asLong(), is(1L));
    assertThat(rows.get(1).path("stored_time").asText(), is("2026-01-05T00:00:00Z"));
    assertThat(rows.get(1).path("incoming_time").asText(), is("2026-01-04T00:00:00Z"));
    assertThat(session.err(), containsString("2 conflicts with version 1: 1 replaced, 1 kept"));
    assertThat(Folders.list(scene.store()), is(before));
  }

  @Test
  void aDryRunListsNoMergeThatTheContractThenRejects() throws Exception {
    Contract contract = MergeContracts.byField(BuiltInContracts.find("analogies").orElseThrow());
    Path yaml = Files.write(folder.resolve("fields.odcs.yaml"), contract.source());
    String stored = Lines.analogy("d", 0.5).replace("2026-01-01", "2024-01-01");
    String updated = stored.replace("}", ",\"updated_at\":\"2024-02-01T00:00:00Z\"}");
    scene.run(
        "--input", scene.write("one.jsonl", updated).toString(), "--contract", yaml.toString());
    Path input =
        scene.write(
            "two.jsonl", stored.replace("2024-01-01", "2024-06-01"), ImportScene.at("e", 1));
    String[] asked = {"--input", input.toString(), "--merge-strategy", "merge"};
    Session dry = scene.run(with(asked, "--dry-run", "--format", "jsonl"));
    assertThat(dry.err(), dry.exit(), is(0));
    assertThat(dry.out(), is(""));
    assertThat(dry.err(), containsString("2 records read, 1 accepted, 1 rejected"));
    assertThat(dry.err(), containsString("updated-not-before-created 1"));
    assertThat(
        dry.err(),
        containsString("0 conflicts with version 1: 0 replaced, 0 kept, 0 merged, 0 deleted"));
    assertThat(scene.run(asked).out(), containsString("rejected    1\n"));
    assertThat(Stored.analogies(scene.store()).get("d"), is(updated));
  }

  @Test
  void aDryRunSaysThatTheGateWouldFailAndEndsAsTheRunWould() throws IOException {
    String all = scene.write("all.jsonl", "not json").toString();
    gateFails("1 of 1 record was rejected; none was accepted", "--input", all);
    String some = scene.write("some.jsonl", ImportScene.at("a", 1), "not json").toString();
    gateFails(
        "1 of 2 records were rejected (ratio 0.5000); at most 0.01 may be",
        "--input",
        some,
        "--max-violation-ratio",
        "0.01");
    gateFails(
        "1 of 2 records were rejected; at most 0 may be", "--input", some, "--max-violations", "0");
    Session passes = scene.run("--input", some, "--dry-run");
    assertThat(passes.exit(), is(0));
    assertThat(passes.err(), not(containsString("would fail")));
  }

  @Test
  void aGateThatWouldFailLeavesTheListAsItIs() throws IOException {
    scene.run("--input", scene.write("one.jsonl", ImportScene.at("a", 1)).toString());
    String input = scene.write("two.jsonl", ImportScene.at("a", 2), "not json").toString();
    String[] asked = {"--input", input, "--dry-run", "--format", "jsonl"};
    Session fails = scene.run(with(asked, "--max-violations", "0"));
    assertThat(fails.exit(), is(3));
    assertThat(ImportScene.tree(fails.out()).path("action").asText(), is("replaced"));
    assertThat(fails.out(), is(scene.run(asked).out()));
  }

  @Test
  void aDryRunListsDeletionsOfLiveRecords() throws IOException {
    scene.run(
        "--input",
        scene.write("one.jsonl", ImportScene.at("g", 3), ImportScene.at("h", 3)).toString());
    Path input =
        scene.write(
            "two.jsonl",
            Lines.deletion("g"),
            Lines.deletion("none"),
            ImportScene.at("new", 1),
            "not json");
    for (MergeStrategy strategy : MergeStrategy.values()) {
      String[] asked = {"--input", input.toString(), "--merge-strategy", strategy.key()};
      Session dry = scene.run(with(asked, "--dry-run", "--format", "jsonl"));
      assertThat(dry.err(), dry.exit(), is(0));
      JsonNode row = ImportScene.tree(dry.out());
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

  /** A dry run says why, makes no store, and ends as the run that is then tried. */
  private void gateFails(String why, String... asked) throws IOException {
    boolean before = Files.exists(scene.store());
    Session dry = scene.run(with(asked, "--dry-run"));
    assertThat(dry.err(), dry.exit(), is(3));
    assertThat(
        dry.err(),
        containsString(
            "simile: the import would fail, and nothing would be committed: " + why + "\n"));
    assertThat(Files.exists(scene.store()), is(before));
    Session real = scene.run(asked);
    assertThat(real.err(), real.exit(), is(3));
    assertThat(real.err(), containsString("simile: nothing was committed: " + why + "\n"));
  }

  private static String[] with(String[] args, String... more) {
    return Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray(String[]::new);
  }
}
