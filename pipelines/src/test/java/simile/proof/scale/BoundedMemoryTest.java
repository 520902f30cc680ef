package simile.proof.scale;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.cli.Main;
import simile.proof.Children;

/** A compaction needs memory for the segments that it writes, not for the store. */
@Tag("full")
class BoundedMemoryTest {
  private static final int HEAP_MIB = 64;

  // Flink's network buffers are not on the heap; without this they are allowed no more than it.
  private static final String OFF_HEAP = "-XX:MaxDirectMemorySize=256m";

  private static final LivedStore LIVED = new LivedStore(350_000, 6, 900);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"direct", "flink"})
  void storeOfTenTimesTheHeapIsCompacted(String runner) throws Exception {
    Path store = folder.resolve("store");
    LIVED.fill(store, Files.createDirectories(folder.resolve("input")), 16 << 20, true);
    LiveCheck check = new LiveCheck(store, LIVED);
    assertThat(check.jsonlBytes(), is(greaterThan(10L * (HEAP_MIB << 20))));
    Children.Ended compaction =
        Children.run(
            Main.class,
            List.of("-Xmx" + HEAP_MIB + "m", OFF_HEAP),
            "compact",
            "--full",
            "--store=" + store,
            "--target-bytes=4MiB",
            "--runner=" + runner,
            "--parallelism=2");
    assertThat(compaction.printed(), compaction.exit(), is(0));
    check.requireTidy();
  }
}
