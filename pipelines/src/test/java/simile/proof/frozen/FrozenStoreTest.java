package simile.proof.frozen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.files.Sha256;
import simile.log.Commit;
import simile.log.LogVerifier;
import simile.proof.Folders;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.Oracle;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.segment.DataFile;

/** Stores that older versions of Simile wrote are read, and written to, as on their first day. */
class FrozenStoreTest {
  private static final Path STORE = FrozenStore.V1.resolve("store");

  @TempDir Path folder;

  @Test
  void everyVersionHasTheRecordsThatItHad() throws IOException {
    for (int version = 1; version <= FrozenStore.VERSIONS; version++) {
      assertThat(
          FrozenStore.records(STORE, version),
          equalTo(Files.readString(FrozenStore.expected(version), UTF_8)));
    }
  }

  @Test
  void historyAndAuditSayWhatTheySaid() throws IOException {
    List<Commit> history = Stored.history(STORE);
    assertThat(
        history.stream().map(Commit::runId).toList(), equalTo(List.of("frozen-1", "frozen-2")));
    assertThat(history.get(0).counts().accepted(), is(10L));
    assertThat(history.get(1).counts().deletions(), is(1L));
    assertThat(history.get(1).violationsByRule(), equalTo(Map.of("field.maximum", 1L)));
    var rejected = Stored.rejected(STORE, history.get(1)).get(0);
    Oracle.Line line =
        Oracle.lines(Files.readAllBytes(FrozenStore.V1.resolve("input/second.jsonl")))
            .get((int) rejected.line() - 1);
    assertThat(rejected.bytes(), equalTo(line.bytes()));
  }

  @Test
  void everyFileIsTheOneThatTheLogNames() throws IOException {
    assertThat(new LogVerifier(new LocalFiles(STORE)).requireWhole(), is(2L));
    for (Commit commit : Stored.history(STORE)) {
      for (DataFile file : commit.files().toList()) {
        assertThat(file.path(), Sha256.of(STORE.resolve(file.path())), is(file.sha256()));
      }
    }
  }

  @Test
  void copyTakesAnotherVersion() throws IOException {
    Path copy = folder.resolve("copy");
    Folders.copy(STORE, copy);
    MemoryInputs inputs = MemoryInputs.of("third.jsonl", Lines.analogies(2));
    assertThat(
        PlainIngest.into(new LocalFiles(copy), "run-3").run(inputs, inputs.list()).version(),
        is(3L));
    assertThat(Stored.analogies(copy).size(), is(Stored.analogies(STORE).size() + 2));
    assertThat(FrozenStore.records(copy, 2), equalTo(FrozenStore.records(STORE, 2)));
  }

  @Test
  void namesNoPathOfTheMachineThatWroteIt() throws IOException {
    for (Commit commit : Stored.history(STORE)) {
      commit.inputs().forEach(input -> assertThat(input.uri(), not(containsString("/"))));
      commit.files().forEach(file -> assertThat(file.path(), not(startsWith("/"))));
      for (Stored.Rejected line : Stored.rejected(STORE, commit)) {
        assertThat(line.file(), not(containsString("/")));
      }
    }
  }
}
