package simile.testkit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.LocalFiles;
import simile.files.StoreFiles;

class LocalFilesTest extends SharedFilesContract {
  @TempDir Path folder;

  @Override
  protected String location() {
    return open().root();
  }

  @Override
  protected StoreFiles open() {
    return new LocalFiles(folder.resolve("deep/store"));
  }

  @Test
  void temporaryFilesOfAKilledProcessAreNotListedAndTheirNamesAreReserved() throws IOException {
    create("a/file", "1");
    Path leftover = Path.of(open().root(), "a", ".tmp-1");
    Files.writeString(leftover, "half");
    assertThat(open().list("a"), equalTo(List.of("file")));
    assertThrows(IllegalArgumentException.class, () -> open().create("a/.tmp-2").close());
  }

  @Test
  void nothingIsWrittenThroughALinkThatLeavesTheRoot() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Path root = Files.createDirectories(Path.of(open().root()));
    link(root.resolve("out"), outside);
    StoreFiles files = open();
    assertThrows(IOException.class, () -> files.create("out/file").close());
    assertThrows(IOException.class, () -> files.create("out/new/file").close());
    assertThrows(IOException.class, () -> files.putIfAbsent("out/file", bytes("1")));
    assertThrows(IOException.class, () -> files.replace("out/file", bytes("1")));
    Files.writeString(outside.resolve("precious"), "1");
    assertThrows(IOException.class, () -> files.delete("out/precious"));
    Files.delete(outside.resolve("precious"));
    assertThat(new LocalFiles(outside).list(""), empty());
  }

  @Test
  void aRootThatIsALinkItselfIsFollowed() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path linked = folder.resolve("linked");
    link(linked, real);
    assertThat(new LocalFiles(linked).putIfAbsent("a/b", bytes("1")), is(true));
    assertThat(Files.readString(real.resolve("a/b")), equalTo("1"));
  }

  @Test
  void aLinkUnderTheFinalNameIsNotWrittenThrough() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.txt"), "theirs");
    Path root = Files.createDirectories(Path.of(open().root()));
    link(root.resolve("file"), outside);
    assertThat(open().putIfAbsent("file", bytes("1")), is(false));
    open().replace("file", bytes("ours"));
    assertThat(Files.readString(outside), equalTo("theirs"));
    assertThat(text("file"), equalTo("ours"));
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "this file system makes no symbolic links: " + e.getMessage());
    }
  }
}
