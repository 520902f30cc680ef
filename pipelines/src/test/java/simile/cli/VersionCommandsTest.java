package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.cli.console.Console;
import simile.cli.console.Terminal;
import simile.cli.version.TagCommand;
import simile.files.LocalFiles;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;

/**
 * The commands about versions, on a store with two: {@code a} changed, {@code b} went, {@code c}
 * came.
 */
class VersionCommandsTest {
  @TempDir Path folder;
  private String store;

  @BeforeEach
  void ingest() throws IOException {
    store = folder.resolve("store").toString();
    ingest("one", Lines.river("a"), Lines.river("b"), vector("v", "[1,2]"));
    ingest(
        "two",
        Lines.river("a").replace("0.5", "0.25"),
        Lines.deletion("b"),
        Lines.river("c"),
        vector("v", "[1,3]"));
  }

  private static String vector(String id, String numbers) {
    return Lines.river(id).replace("}", ",\"embedding\":" + numbers + "}");
  }

  private void ingest(String run, String... lines) throws IOException {
    MemoryInputs input =
        MemoryInputs.of("in.jsonl", (String.join("\n", lines) + "\n").getBytes(UTF_8));
    PlainIngest.into(new LocalFiles(Path.of(store)), run).withDimension(2).run(input, input.list());
  }

  private Session run(String... command) {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--store", store));
    return Session.of(args.toArray(String[]::new));
  }

  private JsonNode json(String... command) throws IOException {
    List<String> args = new ArrayList<>(List.of(command));
    args.addAll(List.of("--format", "json"));
    Session session = run(args.toArray(String[]::new));
    assertThat(session.err(), session.exit(), is(0));
    return new ObjectMapper().readTree(session.out());
  }

  private List<String> ids(String... more) {
    List<String> args = new ArrayList<>(List.of("query", "--format", "jsonl"));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new)).out().lines().map(l -> l.substring(7, 8)).toList();
  }

  @Test
  void diffShowsRecordsBeforeAndAfter() throws IOException {
    JsonNode rows = json("diff", "1", "latest");
    assertThat(rows.size(), is(4));
    assertThat(rows.get(0).path("change").asText(), is("updated"));
    assertThat(rows.at("/0/before/quality_score").asDouble(), is(0.5));
    assertThat(rows.at("/0/after/quality_score").asDouble(), is(0.25));
    assertThat(rows.get(1).path("change").asText(), is("deleted"));
    assertThat(rows.get(1).has("after"), is(false));
    assertThat(rows.get(2).path("change").asText(), is("inserted"));
    assertThat(rows.get(3).path("id").asText(), is("v"));
    JsonNode summary = json("diff", "2", "1", "--summary");
    assertThat(summary.path("records_updated").asInt(), is(2));
    assertThat(summary.path("records_unchanged").asInt(), is(0));
    assertThat(run("diff", "1", "2", "--format", "csv").out(), startsWith("id,change,"));
    assertThat(run("diff", "1", "1").out(), is(""));
  }

  @Test
  void rollbackIsANewVersionAndItsDryRunIsNone() throws IOException {
    JsonNode plan = json("rollback", "--to", "1", "--dry-run");
    assertThat(plan.path("records_inserted").asInt(), is(1));
    assertThat(plan.path("records_deleted").asInt(), is(1));
    assertThat(ids(), is(List.of("a", "c", "v")));
    JsonNode done = json("rollback", "--to", "1", "--reason", "test", "--run-id", "back");
    assertThat(done.path("version").asInt(), is(3));
    assertThat(done.path("segments_removed").asInt(), is(1));
    assertThat(ids(), is(List.of("a", "b", "v")));
    assertThat(
        json("rollback", "--to", "1", "--reason", "test", "--run-id", "back")
            .path("version")
            .asInt(),
        is(3));
    assertThat(run("rollback", "--to", "1").exit(), is(4));
    assertThat(run("rollback", "--to", "2", "--run-id", "back").exit(), is(2));
    JsonNode entry = json("history").get(0);
    assertThat(entry.path("operation").asText(), is("rollback"));
    assertThat(entry.at("/details/reason").asText(), is("test"));
    assertThat(json("workflows", "show", "back").path("type").asText(), is("rollback"));
  }

  @Test
  void tagsAreVersionsEverywhere() throws IOException {
    json("tag", "first", "--as-of", "1");
    assertThat(ids("--as-of", "first"), is(List.of("a", "b", "v")));
    JsonNode list = json("tag", "--list");
    assertThat(list.at("/0/tag").asText(), is("first"));
    assertThat(list.at("/0/version").asInt(), is(1));
    assertThat(json("diff", "first", "2", "--summary").path("from_version").asInt(), is(1));
    assertThat(json("history").findValuesAsText("tags").size() > 0, is(true));
    assertThat(run("tag", "first", "--as-of", "1").exit(), is(4));
    json("tag", "--delete", "first");
    assertThat(run("query", "--as-of", "first").err(), containsString("no tag 'first'"));
  }

  @Test
  void vacuumGivesUpWhatRollbackCannotReachThen() throws IOException {
    json("rollback", "--to", "0");
    ingest("three", Lines.river("z"));
    JsonNode plan = json("vacuum", "--older-than", "0s", "--dry-run");
    assertThat(plan.path("versions_given_up").asInt(), is(3));
    assertThat(run("vacuum").exit(), is(4));
    JsonNode done = json("vacuum", "--older-than", "0s");
    assertThat(done.path("files_deleted").asInt(), is(plan.path("files_to_delete").asInt()));
    assertThat(done.path("bytes_deleted").asLong(), is(plan.path("bytes_to_delete").asLong()));
    assertThat(ids(), is(List.of("z")));
    Session gone = run("query", "--as-of", "1");
    assertThat(gone.exit(), is(2));
    assertThat(gone.err(), containsString("given up by a vacuum"));
    assertThat(run("vacuum", "--older-than", "0s").exit(), is(4));
    JsonNode history = json("history");
    assertThat(history.at("/0/operation").asText(), is("vacuum"));
    assertThat(history.at("/4/kept").asBoolean(true), is(false));
    assertThat(history.at("/1/kept").asBoolean(false), is(true));
    assertThat(run("verify", "--full").exit(), is(0));
  }

  @Test
  void unreadableLogStopsTheVacuum() throws IOException {
    Files.writeString(Path.of(store, "_log/00000000000000000001.json"), "{}");
    Session session = run("vacuum", "--older-than", "0s");
    assertThat(session.exit(), is(8));
    assertThat(session.err(), containsString("nothing was deleted"));
  }

  @Test
  void backupIsRestored() throws IOException {
    String backup = folder.resolve("backup").toString();
    String restored = folder.resolve("restored").toString();
    JsonNode copied = json("backup", "--to", backup, "--as-of", "1");
    assertThat(copied.path("version").asInt(), is(1));
    assertThat(run("backup", "--to", backup, "--as-of", "1").exit(), is(4));
    assertThat(run("backup", "--to", backup).exit(), is(5));
    assertThat(run("backup", "--to", store + "/inside").exit(), is(2));
    store = restored;
    json("restore", "--from", backup);
    assertThat(ids(), is(List.of("a", "b", "v")));
    assertThat(run("verify", "--full").exit(), is(0));
    ingest("later", Lines.river("d"));
    assertThat(ids(), is(List.of("a", "b", "d", "v")));
    assertThat(json("contexts", "list").size(), is(1));
    assertThat(json("workflows", "list").findValuesAsText("type"), hasItem("import"));
  }

  @Test
  void copiesShowHowFarTheyAre() {
    String bar = "\u2502";
    String backup = folder.resolve("backup").toString();
    assertThat(onTerminal("backup", "--store", store, "--to", backup), containsString(bar));
    String restored = folder.resolve("restored").toString();
    assertThat(onTerminal("restore", "--from", backup, "--store", restored), containsString(bar));
    String quiet = folder.resolve("quiet").toString();
    assertThat(onTerminal("backup", "--store", store, "--to", quiet, "-q"), is(""));
  }

  private static String onTerminal(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console = Console.of(out, err, new Terminal(false, true, 80, false));
    assertThat(new Cli(console).run(command), is(0));
    return err.toString(UTF_8);
  }

  @Test
  void theClockNamesATagsRun() {
    Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), UTC);
    Session tagged =
        Session.with(console -> new TagCommand(console, clock), "tag", "t", "--store", store);
    assertThat(tagged.err(), tagged.exit(), is(0));
    assertThat(tagged.out(), containsString("tag-20260102t030405z-"));
  }

  @ParameterizedTest
  @CsvSource({
    "rollback --to 77, no version 77",
    "rollback --to soon, no tag 'soon'",
    "rollback --to 1 --all --collection frames, do not go together",
    "rollback --to 1 --collection frames, no collection default/frames",
    "rollback, no --to given",
    "diff 1, 'Missing required parameter: ''V2'''",
    "diff 1 a/b, no tag's name",
    "diff 1 2 --collection frames, default/frames",
    "tag latest, cannot name a tag",
    "tag 12, cannot name a tag",
    "tag x --as-of 9, no version 9",
    "tag --delete, needs the tag's name",
    "tag --delete x, no tag 'x'",
    "tag x --list, --list takes no name",
    "vacuum --older-than soon, is no time span",
    "vacuum --older-than -1d, is no time span",
    "restore --from /no/such/place, there is no store",
    "backup, no --to given"
  })
  void wrongUseIsTwoAndSaysWhy(String command, String expected) {
    Session session = run(command.split(" ", -1));
    assertThat(session.err(), containsString(expected));
    assertThat(session.exit(), is(2));
    assertThat(session.err(), not(containsString("\tat ")));
  }
}
