package simile.proof.scale;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.cli.Main;
import simile.proof.Children;

/**
 * A thousand segments, all of which may hold any id, where a process may have as few files open as
 * most systems allow.
 */
@Tag("full")
class ManySegmentsTest {
  /** What {@code ulimit -n} says on most systems. */
  private static final int OPEN_FILES = 1024;

  private static final LivedStore LIVED = new LivedStore(12_000, 4, 20);

  @TempDir Path folder;
  private Path store;
  private LiveCheck check;

  @BeforeEach
  void fill() throws IOException {
    store = folder.resolve("store");
    LIVED.fill(store, Files.createDirectories(folder.resolve("input")), 2 << 10, false);
    check = new LiveCheck(store, LIVED);
    assertThat(check.segments().size(), is(greaterThanOrEqualTo(1000)));
  }

  @Test
  void theyAreQueriedAndCompacted() throws Exception {
    List<String> records = LIVED.live().toList();
    assertThat(simile("query", "--format=jsonl").lines().toList(), is(records));
    String id = "r0006789";
    assertThat(
        simile("query", "--format=jsonl", "--id=" + id).lines().toList(),
        is(records.stream().filter(record -> record.contains(id)).toList()));
    simile("stats");
    simile("compact", "--quiet", "--full");
    check.requireTidy();
  }

  private String simile(String... command) throws Exception {
    List<String> words = new ArrayList<>(List.of(command));
    words.add("--store=" + store);
    Children.Ended ended =
        Children.runWith(OPEN_FILES, Main.class, List.of("-Xmx256m"), words.toArray(String[]::new));
    assertThat(ended.printed(), ended.exit(), is(0));
    return ended.printed();
  }
}
