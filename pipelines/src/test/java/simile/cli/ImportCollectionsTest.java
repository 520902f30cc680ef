package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.contract.BuiltInContracts;
import simile.files.Sha256;
import simile.log.Commit;
import simile.proof.Lines;
import simile.proof.Stored;

/** An import into several collections at once: here, of two exports. */
class ImportCollectionsTest {
  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void export() throws IOException {
    store = folder.resolve("store");
    export("analogies", Lines.analogy("a", 0.5), Lines.analogy("b", 7));
    export("concepts", "{\"id\":\"c\",\"name\":\"x\"}", "{\"id\":\"d\",\"name\":3}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void isOneVersionOfAll(String runner) throws IOException {
    Session session = run("--runner", runner);
    assertThat(session.err(), session.exit(), is(0));
    assertThat(session.out(), containsString("default/analogies, concepts of"));
    assertThat(session.out(), containsString("concepts   1"));
    Commit commit = Stored.history(store).get(0);
    assertThat(commit.changes().size(), is(2));
    assertThat(commit.counts().accepted(), is(2L));
    assertThat(commit.counts().rejected(), is(2L));
    assertThat(Stored.rejected(store, commit).size(), is(2));
  }

  @Test
  void failsAsAWhole() throws IOException {
    Session session = run("--max-violations", "1");
    assertThat(session.exit(), is(3));
    assertThat(Stored.history(store).get(0).changes().size(), is(0));
    Session history = Session.of("history", "--store", store.toString(), "--all");
    assertThat(history.out(), containsString("2 of them"));
  }

  @Test
  void whatWasRejectedIsReplayedByCollection() throws IOException {
    run();
    Path contract = folder.resolve("concepts.yaml");
    byte[] yaml = BuiltInContracts.find("concepts").orElseThrow().source();
    Files.write(contract, yaml);
    Session session =
        Session.of(
            "workflows",
            "replay",
            "both",
            "--store",
            store.toString(),
            "--contract",
            contract.toString(),
            "--format",
            "json");
    assertThat(session.exit(), is(3));
    assertThat(session.out(), containsString("\"records_replayed\" : 1"));
    assertThat(session.out(), containsString("field.type"));
  }

  private Session run(String... more) {
    String[] args = new String[more.length + 10];
    String[] first = {
      "import",
      "--store",
      store.toString(),
      "--run-id",
      "both",
      "-q",
      "--input",
      folder.resolve("analogies").toString(),
      "--input",
      folder.resolve("concepts").toString()
    };
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return Session.of(args);
  }

  private void export(String collection, String... lines) throws IOException {
    Path export = Files.createDirectories(folder.resolve(collection));
    Path part = Files.writeString(export.resolve("part.jsonl"), String.join("\n", lines) + "\n");
    Files.writeString(
        export.resolve("_manifest.json"),
        "{\"collection\":\"%s\",\"files\":[{\"path\":\"part.jsonl\",\"bytes\":%d,\"sha256\":\"%s\"}]}"
            .formatted(collection, Files.size(part), Sha256.of(part)));
  }
}
