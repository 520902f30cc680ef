package simile.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.files.CapabilityProbe;
import simile.files.DurableOutput;
import simile.files.LocalBuild;
import simile.files.Sha256;
import simile.files.StoreFiles;
import simile.files.StorePaths;

/** What every kind of storage must do. A subclass says only where. */
public abstract class StoreFilesContract {

  /** Opens the test's own root, empty at the start of each test; each call a new instance. */
  protected abstract StoreFiles open() throws IOException;

  @Test
  void ofManyWhoPutOneNameExactlyOneWinsAndItsContentStays() throws Exception {
    for (int round = 0; round < 50; round++) {
      String path = "_log/" + round + ".json";
      List<Boolean> won =
          Races.run(
              8,
              i ->
                  () ->
                      open().putIfAbsent(path, ("writer " + i + "\n").repeat(50).getBytes(UTF_8)));
      assertThat(Collections.frequency(won, true), is(1));
      String expected = ("writer " + won.indexOf(true) + "\n").repeat(50);
      assertThat(text(path), equalTo(expected));
    }
    assertThat(open().list("_log").size(), is(50));
  }

  @Test
  void putRefusesANameThatWasCreatedOrReplaced() throws IOException {
    StoreFiles files = open();
    create("a/created", "1");
    files.replace("a/replaced", bytes("1"));
    assertThat(files.putIfAbsent("a/created", bytes("2")), is(false));
    assertThat(files.putIfAbsent("a/replaced", bytes("2")), is(false));
    assertThat(text("a/created") + text("a/replaced"), equalTo("11"));
  }

  @Test
  void createRefusesWhatIsThereAndLeavesItAlone() throws IOException {
    create("a/b/file", "first");
    assertThrows(FileAlreadyExistsException.class, () -> create("a/b/file", "second"));
    assertThrows(FileAlreadyExistsException.class, () -> open().build("a/b/file").close());
    assertThat(text("a/b/file"), equalTo("first"));
  }

  @Test
  void aLargeFileComesBackByteForByteAndCanBeReadAtAnyOffset() throws IOException {
    byte[] content = new byte[6 << 20];
    new Random(7).nextBytes(content);
    try (DurableOutput out = open().create("big")) {
      for (int at = 0; at < content.length; at += 1 << 20) {
        out.write(content, at, 1 << 20);
      }
    }
    StoreFiles files = open();
    files.syncFolders(List.of(""));
    assertThat(Sha256.of(files.read("big")), equalTo(Sha256.of(content)));
    assertThat(files.size("big"), is(OptionalLong.of(content.length)));
    try (SeekableByteChannel channel = files.open("big")) {
      ByteBuffer some = ByteBuffer.allocate(100);
      channel.position(5_000_000);
      while (some.hasRemaining()) {
        assertThat(channel.read(some) > 0, is(true));
      }
      assertThat(some.flip(), equalTo(ByteBuffer.wrap(content, 5_000_000, 100)));
    }
  }

  @Test
  void anAbandonedFileIsGoneAndItsNameIsFree() throws IOException {
    DurableOutput out = open().create("a/file");
    out.write(bytes("half"));
    out.abandon();
    out.close();
    assertThat(open().size("a/file"), is(OptionalLong.empty()));
    create("a/file", "whole");
    assertThat(text("a/file"), equalTo("whole"));
  }

  @Test
  void abandoningAClosedFileKeepsIt() throws IOException {
    DurableOutput out = open().create("file");
    out.write(bytes("whole"));
    out.close();
    out.abandon();
    assertThat(text("file"), equalTo("whole"));
  }

  @Test
  void aBuildBecomesAFileOnlyWhenPublished() throws IOException {
    try (LocalBuild build = open().build("s/published")) {
      Files.writeString(build.path(), "rows");
      build.publish();
    }
    try (LocalBuild build = open().build("s/given-up")) {
      Files.writeString(build.path(), "rows");
      Files.writeString(build.path().resolveSibling("given-up-journal"), "journal");
    }
    assertThat(text("s/published"), equalTo("rows"));
    assertThat(open().list("s"), contains("published"));
  }

  @Test
  void readersOfAReplacedFileSeeTheOldContentOrTheNew() throws Exception {
    String old = "a".repeat(100_000);
    String next = "b".repeat(200_000);
    open().replace("w/file", bytes(old));
    Races.run(
        4,
        i ->
            () -> {
              StoreFiles files = open();
              for (int round = 0; round < 20; round++) {
                if (i == 0) {
                  files.replace("w/file", bytes(round % 2 == 0 ? next : old));
                } else {
                  assertThat(text("w/file"), anyOf(equalTo(old), equalTo(next)));
                }
              }
              return i;
            });
    assertThat(open().list("w"), contains("file"));
  }

  @Test
  void listingIsSortedShowsFoldersAndIsEmptyForAFolderThatIsNot() throws IOException {
    for (String path : List.of("f/b", "f/a", "f/c/d", "f/B", "f/10", "f/9")) {
      create(path, path);
    }
    assertThat(open().list("f"), contains("10", "9", "B", "a", "b", "c/"));
    assertThat(open().list("f/"), contains("10", "9", "B", "a", "b", "c/"));
    assertThat(open().list(""), contains("f/"));
    assertThat(open().list("none/at/all"), empty());
    assertThat(
        open().names("f").stream().map(name -> name.replace("/", "")).toList(),
        contains("10", "9", "B", "a", "b", "c"));
    assertThat(open().names("none/at/all"), empty());
  }

  @Test
  void aFileMovesAlsoOntoAnother() throws IOException {
    create("a/from", "1");
    create("b/to", "2");
    open().move("a/from", "b/to");
    assertThat(text("b/to"), equalTo("1"));
    assertThat(open().size("a/from"), is(OptionalLong.empty()));
    open().move("b/to", "c/new");
    assertThat(text("c/new"), equalTo("1"));
    assertThrows(NoSuchFileException.class, () -> open().move("a/from", "b/to"));
  }

  @Test
  void deletingTwiceIsDeletingOnce() throws IOException {
    create("a/file", "1");
    open().delete("a/file");
    open().delete("a/file");
    open().delete("none/at/all");
    assertThat(open().size("a/file"), is(OptionalLong.empty()));
  }

  @Test
  void whatIsMissingIsSaidToBeMissing() {
    assertThrows(NoSuchFileException.class, () -> open().read("a/none"));
    assertThrows(NoSuchFileException.class, () -> open().open("none").close());
  }

  @Test
  void namesOfEveryScriptAndManyCharactersWork() throws IOException {
    for (String path : List.of("p=%2E%2E/x", "ключ/é", "a b/c+d&e=f#g?h", "n".repeat(200))) {
      create(path, path);
      assertThat(text(path), equalTo(path));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/x",
        "../x",
        "a/../../x",
        "a/./b",
        ".",
        "..",
        "a//b",
        "a/",
        "/",
        "..\\x",
        "a\\b",
        "C:/x",
        "a\u0000b",
        "a\nb"
      })
  void pathsThatWouldLeaveTheRootAreRefused(String path) throws IOException {
    StoreFiles files = open();
    assertThrows(IllegalArgumentException.class, () -> files.create(path).close());
    assertThrows(IllegalArgumentException.class, () -> files.build(path).close());
    assertThrows(IllegalArgumentException.class, () -> files.putIfAbsent(path, bytes("1")));
    assertThrows(IllegalArgumentException.class, () -> files.replace(path, bytes("1")));
    assertThrows(IllegalArgumentException.class, () -> files.read(path));
    assertThrows(IllegalArgumentException.class, () -> files.delete(path));
  }

  @Test
  void theCapabilityProbePassesAndLeavesNothing() throws IOException {
    CapabilityProbe.require(open(), "_log");
    assertThat(open().list("_log"), empty());
  }

  protected final void create(String path, String content) throws IOException {
    try (DurableOutput out = open().create(path)) {
      out.write(bytes(content));
    }
    open().syncFolders(List.of(StorePaths.folderOf(path)));
  }

  protected final String text(String path) throws IOException {
    return new String(open().read(path), UTF_8);
  }

  protected static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
