package simile.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.testkit.Drafts;

/** A log that was damaged, or that a newer version wrote, is told apart and never guessed about. */
class CommitLogDamageTest {
  @TempDir Path folder;
  private StoreFiles files;

  @BeforeEach
  void threeCommits() throws IOException {
    files = new LocalFiles(folder);
    CommitLog log = CommitLog.open(files);
    log.append(Drafts.ingest("a"));
    log.append(Drafts.ingest("b"));
    log.append(Drafts.audit("c"));
  }

  @Test
  void anyFlippedBitInAnEntryIsFoundAndTheFileNamed() throws IOException {
    String path = LogFiles.entry(2);
    byte[] whole = files.read(path);
    for (int at = 0; at < whole.length; at += at < whole.length - 100 ? 50 : 1) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << (at % 8));
      files.replace(path, damaged);
      CorruptLogException e =
          assertThrows(CorruptLogException.class, () -> CommitLog.open(files), "byte " + at);
      assertThat(e.getMessage(), containsString(path));
    }
  }

  @Test
  void anEntryCutShortAtAnyLengthIsFound() throws IOException {
    byte[] whole = files.read(LogFiles.entry(3));
    for (int length = 0; length < whole.length; length += 37) {
      files.replace(LogFiles.entry(3), java.util.Arrays.copyOf(whole, length));
      assertThrows(CorruptLogException.class, () -> CommitLog.open(files));
    }
  }

  @Test
  void aMissingEntryIsFound() throws IOException {
    files.delete(LogFiles.entry(2));
    CorruptLogException e = assertThrows(CorruptLogException.class, () -> CommitLog.open(files));
    assertThat(e.getMessage(), containsString(LogFiles.entry(2) + " is missing"));
    assertThrows(CorruptLogException.class, () -> new LogVerifier(files).requireUnbroken());
  }

  @Test
  void anEntryThatIsWholeButHasAnotherParentIsFound() throws IOException {
    rewrite(2, json -> json.replace("token-b", "token-x"));
    CorruptLogException e = assertThrows(CorruptLogException.class, () -> CommitLog.open(files));
    assertThat(e.getMessage(), allOf(containsString(LogFiles.entry(3)), containsString("parent")));
  }

  @Test
  void anEntryUnderAnotherVersionsNameIsFound() throws IOException {
    files.putIfAbsent(LogFiles.entry(4), files.read(LogFiles.entry(3)));
    CorruptLogException e = assertThrows(CorruptLogException.class, () -> CommitLog.open(files));
    assertThat(e.getMessage(), containsString("holds version 3; expected 4"));
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd",
    "/etc/passwd",
    "contexts/../../x",
    "c:/x",
  })
  void aPathThatLeavesTheStoreIsFound(String path) throws IOException {
    rewrite(3, json -> json.replace("audit/c/violations.jsonl", path));
    CorruptLogException e =
        assertThrows(CorruptLogException.class, () -> new LogVerifier(files).requireUnbroken());
    assertThat(e.getMessage(), containsString(path));
  }

  @Test
  void countsThatDoNotAddUpAreFound() throws IOException {
    rewrite(3, json -> json.replace("\"accepted\":3", "\"accepted\":2"));
    CorruptLogException e = assertThrows(CorruptLogException.class, () -> CommitLog.open(files));
    assertThat(e.getMessage(), containsString("read 4, accepted 2 + rejected 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":1,\"req       | \"version\":7,\"req            | format version 7",
        "\"required_features\":[]  | \"required_features\":[\"warp\"] | feature 'warp'",
        "\"operation\":\"audit\"   | \"operation\":\"rewind\"         | operation 'rewind'",
      })
  void whatANewerVersionWroteIsRefusedAsSuch(String from, String to, String said)
      throws IOException {
    rewrite(3, json -> json.replace(from, to));
    NewerFormatException e = assertThrows(NewerFormatException.class, () -> CommitLog.open(files));
    assertThat(e.getMessage(), allOf(containsString(said), containsString("Upgrade")));
    assertThat(e.getMessage(), containsString("reads format version 1"));
  }

  @Test
  void unknownFieldsAreIgnored() throws IOException {
    Commit before = CommitLog.open(files).read(3);
    rewrite(
        3,
        json ->
            json.replace("{\"format\":{", "{\"hue\":[1,{\"a\":null}],\"format\":{\"x\":1,")
                .replace("\"kind\":\"audit\"", "\"colour\":\"red\",\"kind\":\"audit\""));
    assertThat(CommitLog.open(files).read(3), equalTo(before));
  }

  @Test
  void otherFilesInTheFolderArePassedOver() throws IOException {
    files.replace("_log/README", new byte[0]);
    files.replace("_log/00000000000000000009.json.bak", new byte[0]);
    files.replace("_log/x/00000000000000000009.json", new byte[0]);
    assertThat(CommitLog.open(files).latestVersion(), is(3L));
  }

  @Test
  void aLogThatShrinksWhileItIsOpenIsFound() throws IOException {
    CommitLog log = CommitLog.open(files);
    files.delete(LogFiles.entry(3));
    assertThrows(CorruptLogException.class, log::latestVersion);
  }

  /** Changes an entry and gives it a right checksum. */
  private void rewrite(long version, UnaryOperator<String> change) throws IOException {
    String text = new String(files.read(LogFiles.entry(version)), UTF_8);
    String object = text.substring(0, text.indexOf(",\"checksum\"")) + "}";
    String changed = change.apply(object);
    assertThat("the test changes something", changed.equals(object), is(false));
    files.replace(LogFiles.entry(version), Sealed.seal(changed.getBytes(UTF_8)));
  }
}
