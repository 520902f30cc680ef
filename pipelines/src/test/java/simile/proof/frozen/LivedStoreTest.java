package simile.proof.frozen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.LocalFiles;
import simile.log.Commit;
import simile.log.NoSuchVersionException;
import simile.proof.Folders;
import simile.proof.Lines;
import simile.proof.MemoryInputs;
import simile.proof.PlainIngest;
import simile.proof.Stored;
import simile.store.AsOf;
import simile.store.Store;
import simile.verify.StoreVerifier;

/** A store with every kind of entry, as it was frozen, is read and written to as on that day. */
class LivedStoreTest {
  private static final Path LIVED = FrozenStore.V1.resolveSibling("v1-lived");
  private static final Path STORE = LIVED.resolve("store");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {4, 10, 11, 12, 13})
  void everyKeptVersionHasTheRecordsThatItHad(int version) throws IOException {
    Path expected = LIVED.resolve("expected").resolve("version-" + version + ".jsonl");
    assertThat(FrozenStore.records(STORE, version), equalTo(Files.readString(expected, UTF_8)));
  }

  @Test
  void versionsThatWereGivenUpAreRefused() throws IOException {
    Store store = Store.open(STORE.toString());
    for (long version : List.of(1L, 3L, 8L)) {
      assertThrows(NoSuchVersionException.class, () -> store.snapshot(new AsOf.Version(version)));
    }
    assertThat(store.snapshot(new AsOf.Tag("before-cleanup")).version(), is(4L));
  }

  @Test
  void historyHasEveryKindOfEntry() throws IOException {
    List<String> operations = new ArrayList<>();
    for (Commit commit : Stored.history(STORE)) {
      operations.add(commit.operation().key());
    }
    Collections.sort(operations);
    assertThat(
        operations.stream().distinct().toList(),
        contains("compact", "delete", "ingest", "rollback", "tag", "undelete", "vacuum"));
  }

  @Test
  void verifyFindsNothing() throws IOException {
    assertThat(
        new StoreVerifier(new LocalFiles(STORE), Clock.systemUTC(), 2).verify(true).findings(),
        empty());
  }

  @Test
  void copyTakesAnotherVersion() throws IOException {
    Path copy = folder.resolve("copy");
    Folders.copy(STORE, copy);
    MemoryInputs inputs = MemoryInputs.of("next.jsonl", Lines.analogies(2));
    assertThat(
        PlainIngest.into(new LocalFiles(copy), "next").run(inputs, inputs.list()).version(),
        is(14L));
    assertThat(Stored.analogies(copy).size(), is(Stored.analogies(STORE).size() + 2));
  }
}
