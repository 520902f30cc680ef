package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.Sha256;
import simile.proof.Folders;

/** A store that needs a feature which this version does not know is refused, whatever is asked. */
class NewerFormatTest {
  private static final Path TESTDATA = Path.of(System.getProperty("simile.root"), "testdata");

  @TempDir Path folder;
  private Path store;

  /** The newest entry requires a made-up feature; everything else about it is right. */
  @BeforeEach
  void write() throws IOException {
    store = folder.resolve("store");
    Folders.copy(TESTDATA.resolve("stores/v1/store"), store);
    Path newest = store.resolve("_log/00000000000000000002.json");
    String entry = Files.readString(newest, UTF_8);
    String body =
        entry
            .substring(0, entry.lastIndexOf(",\"checksum\""))
            .replace("\"required_features\":[]", "\"required_features\":[\"quantum_ids\"]");
    String sealed = body + ",\"checksum\":\"sha256:" + Sha256.of(body.getBytes(UTF_8)) + "\"}\n";
    Files.writeString(newest, sealed, UTF_8);
  }

  private Session run(String command) {
    List<String> args = new ArrayList<>(List.of(command.split(" ", -1)));
    args.addAll(List.of("--store", store.toString()));
    return Session.of(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query",
        "delete --domain river",
        "undelete --id atom",
        "diff 1 2",
        "compact",
        "compact --full",
        "tag --list",
        "tag first",
        "rollback --to 1",
        "vacuum --older-than 0s",
        "history",
        "inspect",
        "verify",
        "verify --full",
        "repair",
        "repair --apply",
        "stats",
        "migrate",
        "contexts list",
        "workflows list",
        "workflows show frozen-1"
      })
  void everyCommandRefusesItAndSaysWhatToDo(String command) {
    requireRefused(run(command));
  }

  @Test
  void noCopyIsMadeOfIt() {
    Path backup = folder.resolve("backup");
    requireRefused(run("backup --to " + backup));
    assertThat(Files.exists(backup), is(false));
    Path restored = folder.resolve("restored");
    requireRefused(
        Session.of("restore", "--from", store.toString(), "--store", restored.toString()));
    assertThat(Files.exists(restored), is(false));
  }

  private static void requireRefused(Session refused) {
    assertThat(refused.err(), refused.exit(), is(6));
    assertThat(
        refused.err(),
        allOf(
            containsString("requires the feature 'quantum_ids'"),
            containsString("written by"),
            containsString("reads format version 1"),
            containsString("Upgrade Simile")));
  }

  @Test
  void ingestRefusesItAndWritesNothing() throws IOException {
    long before = size();
    Session refused = run("ingest --input " + TESTDATA.resolve("upserts/update.jsonl"));
    assertThat(refused.exit(), is(6));
    assertThat(refused.err(), containsString("quantum_ids"));
    assertThat(size(), is(before));
  }

  private long size() throws IOException {
    try (var walk = Files.walk(store)) {
      return walk.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void storeOfThisVersionNeedsNoMigration() {
    Session session =
        Session.of("migrate", "--store", TESTDATA.resolve("stores/v1/store").toString());
    assertThat(session.exit(), is(4));
    assertThat(session.err(), containsString("format version 1"));
  }

  @Test
  void laterVersionOfTheFormatIsRefusedWithBothVersions() throws IOException {
    Path newest = store.resolve("_log/00000000000000000002.json");
    String entry = Files.readString(newest, UTF_8);
    String body =
        entry
            .substring(0, entry.lastIndexOf(",\"checksum\""))
            .replaceFirst("\"version\":1,", "\"version\":2,");
    Files.writeString(
        newest,
        body + ",\"checksum\":\"sha256:" + Sha256.of(body.getBytes(UTF_8)) + "\"}\n",
        UTF_8);
    Session refused = run("migrate");
    assertThat(refused.exit(), is(6));
    assertThat(
        refused.err(),
        allOf(containsString("has format version 2"), containsString("reads format version 1")));
  }
}
