package simile.proof.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.connectors.OutputFiles;
import simile.proof.Children;

/**
 * An export that dies at any step leaves nothing that looks complete, and the next one ends well.
 */
class CrashTest {
  private static final long SEED = 21;

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void live() throws IOException {
    store = folder.resolve("store");
    Lived.store(store, SEED, 60);
  }

  @Test
  void deathAtAnyStepOfAFolder() throws IOException {
    assertThat(
        dieAtEachStep("folder", 1),
        hasItems("create", "written half", "closed", "move", "moved", "replaced", "delete"));
    assertThat(dieAtEachStep("partitions", 11).isEmpty(), is(false));
  }

  @Test
  void deathAtAnyStepOfAFile() throws IOException {
    assertThat(dieAtEachStep("file", 1), hasItems("create", "move", "moved", "replaced"));
    assertThat(dieAtEachStep("sqlite", 1), hasItems("build", "published", "move", "moved"));
  }

  @Test
  void deathAtAnyStepOfAnOverwritingOne() throws IOException {
    assertThat(dieAtEachStep("overwrite", 1), hasItems("delete", "deleted", "moved"));
  }

  @Test
  void processKilledAtSomeSteps() throws Exception {
    for (String kind : Scene.KINDS) {
      int steps = steps(kind);
      killed(kind, steps / 2);
      killed(kind, steps - 2);
    }
  }

  @Test
  @Tag("full")
  void processKilledAtEveryStep() throws Exception {
    int points = 0;
    for (String kind : Scene.KINDS) {
      int steps = steps(kind);
      for (int at = 1; at <= steps; at += Math.max(1, steps / 40)) {
        killed(kind, at);
        points++;
      }
    }
    assertThat(points, is(greaterThan(80)));
  }

  private void killed(String kind, int at) throws Exception {
    Scene scene = scene(kind, "killed-" + at);
    Children.Ended child =
        Children.run(
            ExportMain.class,
            java.util.List.of(),
            kind,
            store.toString(),
            scene.place().toString(),
            Integer.toString(at));
    assertThat(child.printed(), child.exit(), anyOf(is(Children.HALTED), is(0)));
    scene.requireSafe(kind + " killed at " + at);
  }

  /**
   * @param every how far apart the steps are
   * @return the kinds of steps at which it died
   */
  private Set<String> dieAtEachStep(String kind, int every) throws IOException {
    Set<String> seen = new TreeSet<>();
    for (int at = 1; ; at += every) {
      Scene scene = scene(kind, "died-" + at);
      PowerCut cut = new PowerCut(at);
      try {
        scene.export().run(new StepOutputs(OutputFiles.at(scene.place().toString()), cut));
        return seen;
      } catch (Dead e) {
        seen.add(cut.step);
      }
      scene.requireSafe(kind + ", step " + at + ", " + cut.step);
    }
  }

  private int steps(String kind) throws IOException {
    Scene scene = scene(kind, "steps");
    int[] steps = {0};
    scene
        .export()
        .run(new StepOutputs(OutputFiles.at(scene.place().toString()), (step, path) -> steps[0]++));
    return steps[0];
  }

  private Scene scene(String kind, String name) throws IOException {
    Scene scene = new Scene(kind, store, folder.resolve(kind + "-" + name));
    Files.createDirectory(scene.place());
    scene.begin();
    return scene;
  }

  /** The process is gone; an error, so that nothing handles it. */
  private static final class Dead extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** From a step on nothing changes any more. */
  private static final class PowerCut implements StepOutputs.Watcher {
    private int left;
    private String step = "";

    PowerCut(int at) {
      left = at;
    }

    @Override
    public void reach(String reached, String path) {
      left--;
      step = left == 0 ? reached : step;
      if (left <= 0) {
        throw new Dead();
      }
    }
  }
}
