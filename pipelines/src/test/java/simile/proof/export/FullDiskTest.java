package simile.proof.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.connectors.OutputFiles;

/**
 * A disk that is full from some step on, so that nothing more can be written but names can still be
 * moved and deleted: the export says so, leaves nothing that looks complete, and the next one ends
 * well.
 */
class FullDiskTest {
  private static final long SEED = 28;
  private static final List<String> WRITES =
      List.of("create", "build", "written half", "close", "publish", "replace");

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void live() throws IOException {
    store = folder.resolve("store");
    Lived.store(store, SEED, 60);
  }

  @Test
  void fullFromAnyWriteOn() throws IOException {
    Set<String> seen = new TreeSet<>();
    for (String kind : Scene.KINDS) {
      for (int at = 1; fullFrom(kind, at, seen); at += kind.equals("partitions") ? 13 : 1) {}
    }
    assertThat(seen, hasItems("create", "build", "written half", "close", "publish", "replace"));
  }

  /**
   * @param at how many writes come before the first that fails
   * @return whether there were so many
   */
  private boolean fullFrom(String kind, int at, Set<String> seen) throws IOException {
    Scene scene = new Scene(kind, store, folder.resolve(kind + "-" + at));
    Files.createDirectory(scene.place());
    scene.begin();
    Full disk = new Full(at);
    try {
      scene.export().run(new StepOutputs(OutputFiles.at(scene.place().toString()), disk));
      return false;
    } catch (IOException e) {
      String where = kind + ", write " + at + ", " + disk.step;
      assertThat(where + ": " + e, e.getMessage().contains(Full.MESSAGE), is(true));
      seen.add(disk.step);
      scene.requireSafe(where);
      return true;
    }
  }

  /** Counts writes. */
  private static final class Full implements StepOutputs.Watcher {
    private static final String MESSAGE = "No space left on device";

    private int left;
    private String step = "";

    Full(int at) {
      left = at;
    }

    @Override
    public void reach(String reached, String path) throws IOException {
      if (!WRITES.contains(reached)) {
        return;
      }
      left--;
      step = left == 0 ? reached : step;
      if (left <= 0) {
        throw new IOException(MESSAGE);
      }
    }
  }
}
