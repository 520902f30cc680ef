package simile.testkit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import simile.files.DurableOutput;
import simile.files.StoreFiles;

class MemoryFilesTest extends StoreFilesContract {
  private final MemoryFiles files = new MemoryFiles();

  @Override
  protected StoreFiles open() {
    return files;
  }

  @Test
  void crashKeepsWhatIsDurable() throws IOException {
    create("a/synced", "1");
    assertThat(files.putIfAbsent("a/put", bytes("2")), is(true));
    files.replace("a/replaced", bytes("old"));
    files.replace("a/replaced", bytes("3"));
    for (int seed = 0; seed < 50; seed++) {
      files.crash(new SplittableRandom(seed));
    }
    assertThat(text("a/synced") + text("a/put") + text("a/replaced"), equalTo("123"));
  }

  @Test
  void crashMayLoseANameThatIsNotSyncedButNeverItsClosedBytes() throws IOException {
    List<List<String>> left = new ArrayList<>();
    for (int seed = 0; seed < 50; seed++) {
      MemoryFiles crashed = new MemoryFiles();
      try (DurableOutput out = crashed.create("a/file")) {
        out.write(bytes("whole"));
      }
      crashed.crash(new SplittableRandom(seed));
      left.add(crashed.paths());
      if (!crashed.paths().isEmpty()) {
        assertThat(crashed.read("a/file"), equalTo(bytes("whole")));
      }
    }
    assertThat(left, hasItem(List.of()));
    assertThat(left, hasItem(List.of("a/file")));
  }

  @Test
  void crashTearsAFileThatIsNotClosedAndItsWriterIsGone() throws IOException {
    TreeSet<Long> sizes = new TreeSet<>();
    for (int seed = 0; seed < 100; seed++) {
      MemoryFiles crashed = new MemoryFiles();
      DurableOutput out = crashed.create("file");
      out.write(bytes("0123456789"));
      crashed.syncFolders(List.of(""));
      crashed.crash(new SplittableRandom(seed));
      sizes.add(crashed.size("file").getAsLong());
      assertThrows(IOException.class, () -> out.write(bytes("more")));
      assertThrows(IOException.class, out::close);
    }
    assertThat(sizes, hasItem(lessThan(10L)));
    assertThat(sizes, hasItem(10L));
  }

  @Test
  void crashMayBringADeletedFileBackUnlessTheFolderWasSynced() throws IOException {
    create("a/file", "1");
    List<List<String>> left = new ArrayList<>();
    for (int seed = 0; seed < 50; seed++) {
      MemoryFiles crashed = files.copy();
      crashed.delete("a/file");
      crashed.crash(new SplittableRandom(seed));
      left.add(crashed.paths());
    }
    assertThat(left, hasItem(List.of("a/file")));
    assertThat(left, hasItem(List.of()));
    files.delete("a/file");
    files.syncFolders(List.of("a"));
    files.crash(new SplittableRandom(0));
    assertThat(files.paths(), not(hasItem("a/file")));
  }

  @Test
  void aCopyIsApart() throws IOException {
    create("a/file", "1");
    MemoryFiles copy = files.copy();
    copy.damage("a/file", bytes("2"));
    copy.replace("b", bytes("3"));
    assertThat(text("a/file"), equalTo("1"));
    assertThat(files.paths(), equalTo(List.of("a/file")));
  }
}
