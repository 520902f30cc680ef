package simile.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.proof.Folders;

/** verify, repair and stats as they are shipped, on a frozen store. */
class TrustCommandsTest {
  private static final String ANALOGIES = "contexts/default/analogies/";

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void copy() throws IOException {
    store = folder.resolve("store");
    Folders.copy(
        Path.of(System.getProperty("simile.root"), "testdata", "stores", "v1", "store"), store);
  }

  private Session run(String command) {
    List<String> args = new ArrayList<>(List.of(command.split(" ", -1)));
    args.addAll(List.of("--store", store.toString()));
    return Session.of(args.toArray(String[]::new));
  }

  private Path shard() {
    return store.resolve(ANALOGIES + "sqlite/frozen-1-00000-00-ae249736.sqlite");
  }

  @Test
  void soundStoreIsZero() {
    Session sound = run("verify --full");
    assertThat(sound.err(), sound.exit(), is(0));
    assertThat(sound.out(), is(""));
    assertThat(sound.err(), startsWith("version 2: sound; 2 log entries"));
  }

  @Test
  void orphanIsSeven() throws IOException {
    Files.write(store.resolve(ANALOGIES + "keys/left-over.keys"), new byte[1]);
    Session found = run("verify --format jsonl");
    assertThat(found.exit(), is(7));
    assertThat(found.out(), containsString("\"kind\":\"orphan\""));
  }

  @Test
  void damageIsEightAndNamesEachFile() throws IOException {
    Files.delete(shard());
    Files.writeString(store.resolve("_log/00000000000000000001.json"), "x", UTF_8);
    Session found = run("verify --format json");
    assertThat(found.exit(), is(8));
    JsonNode findings = new ObjectMapper().readTree(found.out());
    List<String> paths = new ArrayList<>();
    findings.forEach(finding -> paths.add(finding.path("path").asText()));
    assertThat(paths.contains("_log/00000000000000000001.json"), is(true));
  }

  @Test
  void repairSaysWhatItWouldDoAndThenDoesIt() throws IOException {
    assertThat(run("repair").exit(), is(4));
    Files.writeString(shard(), "x", UTF_8);
    Session planned = run("repair --format jsonl");
    assertThat(planned.exit(), is(0));
    assertThat(planned.out(), containsString("\"action\":\"rebuild\""));
    assertThat(Files.readString(shard(), UTF_8), is("x"));
    Session applied = run("repair --apply");
    assertThat(applied.err(), applied.exit(), is(0));
    assertThat(run("repair").exit(), is(4));
    assertThat(run("query --format csv").exit(), is(0));
  }

  @Test
  void lossIsEightUntilItIsAccepted() throws IOException {
    Path rows =
        store.resolve(ANALOGIES + "jsonl/source_domain=seed/frozen-1-00000-00-ae249736.jsonl");
    Files.writeString(rows, Files.readString(rows, UTF_8).replace("seed", "sead"), UTF_8);
    assertThat(run("repair --apply").exit(), is(8));
    assertThat(run("query").exit(), is(8));
    assertThat(run("repair --apply --drop-lost --run-id mend").exit(), is(0));
    assertThat(run("query").exit(), is(0));
    assertThat(Files.exists(store.resolve("quarantine/mend/lost.jsonl")), is(true));
    assertThat(run("history --format json").out(), containsString("\"operation\":\"repair\""));
  }

  @Test
  void statsAreForPeopleProgramsAndPrometheus() throws IOException {
    assertThat(run("stats").out(), containsString("default/analogies"));
    JsonNode json = new ObjectMapper().readTree(run("stats --format json").out());
    assertThat(json.at("/collections/0/records").asInt() > 0, is(true));
    assertThat(
        run("stats --quick --format prometheus").out(),
        containsString("simile_rows{context=\"default\",collection=\"analogies\"}"));
    assertThat(run("stats --format csv").exit(), is(2));
  }

  @Test
  void nothingToVerifyIsWrongUse() {
    Session none = Session.of("verify", "--store", folder.resolve("none").toString());
    assertThat(none.exit(), is(2));
    assertThat(run("verify --parallelism 0").exit(), is(2));
  }
}
