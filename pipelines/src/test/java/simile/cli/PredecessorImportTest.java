package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.proof.Folders;

/**
 * The store of the predecessor in {@code testdata/predecessor}, imported, and ones that are broken.
 */
class PredecessorImportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = 20261130;

  @TempDir Path folder;
  private Path from;

  @BeforeEach
  void copy() throws IOException {
    from = folder.resolve("predecessor");
    Folders.copy(Path.of(System.getProperty("simile.root"), "testdata/predecessor/store"), from);
  }

  @Test
  void everyRecordIsTakenOrRejectedInOneCommit() throws IOException {
    Session in = imported("default");
    assertThat(in.err(), in.exit(), is(0));
    assertThat(on("history", "--format", "jsonl").out().lines().count(), is(1L));
    assertThat(ids("analogies"), contains("a-back", "a-king", "a-table"));
    assertThat(ids("frames"), contains("f-1"));
    assertThat(ids("concepts"), contains("royal:king", "royal:königin"));
    JsonNode entry = JSON.readTree(on("history", "--format", "jsonl").out());
    assertThat(entry.get("records_rejected").longValue(), is(3L));
    assertThat(in.err(), containsString("3 rows of analogies, and 3 that are deleted there"));
    assertThat(
        in.err(),
        containsString(
            "2 vectors of concepts, 1 that fit no concept and will be rejected, 1 of deleted ones left out"));
    assertThat(in.err(), containsString("not read: contexts/medieval/concepts.sqlite"));
    assertThat(
        in.err(),
        containsString(
            "not taken: " + from.resolve("workflows/analogy_workflows/workflow_broken.json")));
  }

  @Test
  void recordsAreWhatTheyWere() throws IOException {
    assertThat(imported("default").exit(), is(0));
    JsonNode king = record("analogies", "a-king");
    assertThat(king.get("quality_score").doubleValue(), is(0.9));
    assertThat(king.at("/concept_mappings/queen/1").textValue(), is("colonel"));
    JsonNode table = record("analogies", "a-table");
    assertThat(table.get("source_domain").textValue(), is("Fluß"));
    assertThat(table.get("updated_at").textValue(), is("2025-07-05T21:00:00Z"));
    assertThat(table.at("/metadata/note").textValue(), is("only in the table ✓"));
    JsonNode frame = record("frames", "f-1");
    assertThat(frame.at("/elements/0/name").textValue(), is("Leader"));
    assertThat(frame.get("version").intValue(), is(2));
    JsonNode concept = record("concepts", "royal:königin");
    assertThat(concept.at("/embedding/1").doubleValue(), is(-0.25));
    assertThat(concept.has("synset_id"), is(false));
  }

  @Test
  void runsAreOfThePast() throws IOException {
    assertThat(imported("default").exit(), is(0));
    List<JsonNode> runs = lines(on("workflows", "list", "--format", "jsonl").out());
    List<String> shown = new ArrayList<>();
    for (JsonNode run : runs) {
      if (run.get("run_id").textValue().startsWith("predecessor-")) {
        shown.add(run.get("status").textValue() + " " + run.get("type").textValue());
      }
    }
    assertThat(
        shown,
        containsInAnyOrder(
            "COMPLETED analogy_creation",
            "CANCELLED analogy_creation",
            "CANCELLED analogy_creation",
            "FAILED deletion_batch"));
    Session vacuum = on("vacuum", "--older-than", "0s");
    assertThat(vacuum.err(), vacuum.exit(), is(4));
    assertThat(on("verify").err(), not(containsString("dead")));
  }

  @Test
  void eachContextIsImportedForItself() throws IOException {
    assertThat(imported("default").exit(), is(0));
    assertThat(imported("medieval").exit(), is(0));
    Session frames =
        on("query", "--context", "medieval", "--collection", "frames", "--format", "jsonl");
    assertThat(frames.out(), containsString("Siege"));
    Session none = imported("nowhere");
    assertThat(none.exit(), is(2));
    assertThat(
        none.err(), allOf(containsString("no context 'nowhere'"), containsString("medieval")));
  }

  @Test
  void aDryRunChangesNothing() {
    Session dry = on("import", "--from-predecessor", from.toString(), "--dry-run");
    assertThat(dry.err(), dry.exit(), is(0));
    assertThat(Files.exists(folder.resolve("store")), is(false));
  }

  @Test
  void linksAreRefused() throws IOException {
    Path lines = from.resolve("contexts/default/analogies.jsonl");
    Path elsewhere = Files.move(lines, folder.resolve("elsewhere"));
    Files.createSymbolicLink(lines, elsewhere);
    refused("it is a link");
  }

  @Test
  void tablesThatAreNotPlainDataAreRefused() throws Exception {
    change("CREATE TRIGGER t AFTER INSERT ON frames BEGIN DELETE FROM frames; END");
    refused("trigger 't'");
  }

  @Test
  void viewsAreRefused() throws Exception {
    change("DROP TABLE frames", "CREATE VIEW frames AS SELECT 'x' AS id");
    refused("view 'frames'");
  }

  @Test
  void anotherSchemaIsRefused() throws Exception {
    change("ALTER TABLE concepts RENAME COLUMN id TO key");
    refused("expected one named 'id'");
  }

  @Test
  void whatIsNoDatabaseIsRefused() throws IOException {
    Files.writeString(from.resolve("contexts/default/concepts.sqlite"), "x".repeat(5000));
    refused("concepts.sqlite");
  }

  @Test
  void idsThatArePickledAreRefused() throws IOException {
    Path npz = from.resolve("contexts/default/embeddings.npz");
    Files.write(npz, NpzOfObjects.bytes());
    refused("pickle");
  }

  @Test
  void damageIsNeverHalfTaken() throws IOException {
    Random random = new Random(SEED);
    for (String name : List.of("concepts.sqlite", "embeddings.npz")) {
      Path file = from.resolve("contexts/default").resolve(name);
      byte[] sound = Files.readAllBytes(file);
      for (int i = 0; i < 4; i++) {
        try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
          damaged.setLength(1 + random.nextInt(sound.length - 1));
        }
        Session session = imported("default");
        assertThat("seed " + SEED + ", " + name + session.err(), session.exit(), is(2));
        assertThat(Files.exists(folder.resolve("store")), is(false));
        Files.write(file, sound);
      }
    }
  }

  @Test
  void whatIsNoSuchStoreIsRefused() throws IOException {
    from = Files.createDirectories(folder.resolve("empty"));
    refused("no store of the predecessor");
  }

  private Session imported(String context) {
    return on("import", "--from-predecessor", from.toString(), "--context", context);
  }

  private void refused(String why) {
    Session refused = imported("default");
    assertThat(refused.err(), refused.exit(), is(2));
    assertThat(refused.err(), containsString(why));
    assertThat(Files.exists(folder.resolve("store")), is(false));
  }

  private void change(String... statements) throws SQLException {
    Path file = from.resolve("contexts/default/concepts.sqlite");
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> ids(String collection) throws IOException {
    List<String> ids = new ArrayList<>();
    for (JsonNode line :
        lines(on("query", "--collection", collection, "--format", "jsonl").out())) {
      ids.add(line.get("id").textValue());
    }
    return ids;
  }

  private JsonNode record(String collection, String id) throws IOException {
    return JSON.readTree(
        on(
                "query",
                "--collection",
                collection,
                "--id",
                id,
                "--format",
                "jsonl",
                "--with-embeddings")
            .out());
  }

  private static List<JsonNode> lines(String text) throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (String line : text.lines().toList()) {
      all.add(JSON.readTree(line));
    }
    return all;
  }

  private Session on(String... words) {
    String[] all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--store";
    all[words.length + 1] = folder.resolve("store").toString();
    return Session.of(all);
  }
}
