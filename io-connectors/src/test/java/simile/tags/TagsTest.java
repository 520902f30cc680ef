package simile.tags;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static simile.testing.TestStore.line;
import static simile.testing.TestStore.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simile.log.NoSuchVersionException;
import simile.store.AsOf;
import simile.testing.TestStore;
import simile.vacuum.Vacuum;
import simile.workflow.ThisHost;
import simile.workflow.WorkflowRuns;

class TagsTest {
  @TempDir Path folder;
  private TestStore store;
  private Tags tags;

  @BeforeEach
  void open() throws IOException {
    store = TestStore.at(folder);
    tags = new Tags(store.store());
    store.ingest("one", line("a", 1));
    store.ingest("two", line("a", 2));
  }

  @Test
  void tagNamesAVersionUntilItIsDeleted() throws IOException {
    tags.add(run("t1"), "v1.0", new AsOf.Version(1));
    tags.add(run("t2"), "now", AsOf.latest());
    assertThat(tags.list(), is(Map.of("v1.0", 1L, "now", 3L)));
    assertThat(store.records(AsOf.parse("v1.0")).get("a"), is(line("a", 1)));
    tags.delete(run("t3"), "v1.0");
    assertThat(tags.list(), is(Map.of("now", 3L)));
    assertThrows(NoSuchVersionException.class, () -> store.records(AsOf.parse("v1.0")));
    assertThrows(NoSuchVersionException.class, () -> tags.delete(run("t4"), "v1.0"));
  }

  @Test
  void repeatedRunIsAdoptedAndTheSameTagAgainIsNothing() throws IOException {
    long version = tags.add(run("t1"), "x", new AsOf.Version(1)).orElseThrow().version();
    assertThat(tags.add(run("t1"), "x", new AsOf.Version(1)).orElseThrow().version(), is(version));
    assertThat(tags.add(run("t2"), "x", new AsOf.Version(1)).isEmpty(), is(true));
    assertThat(tags.delete(run("t3"), "x").orElseThrow().version(), is(version + 1));
    assertThat(tags.delete(run("t3"), "x").orElseThrow().version(), is(version + 1));
  }

  @Test
  void tagIsNotMoved() throws IOException {
    tags.add(run("t1"), "x", new AsOf.Version(1));
    assertThrows(
        IllegalArgumentException.class, () -> tags.add(run("t2"), "x", new AsOf.Version(2)));
  }

  @Test
  void versionThatWasGivenUpIsNotTagged() throws IOException {
    store.clock().tick();
    new Vacuum(
            store.store(),
            new WorkflowRuns(store.files(), store.clock(), ThisHost.detected()),
            store.clock())
        .run(run("vacuum"), Duration.ZERO);
    assertThrows(NoSuchVersionException.class, () -> tags.add(run("t"), "x", new AsOf.Version(1)));
    assertThrows(NoSuchVersionException.class, () -> tags.add(run("t"), "x", new AsOf.Version(77)));
    assertThrows(NoSuchVersionException.class, () -> tags.add(run("t"), "x", new AsOf.Version(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "2026-01-31", "latest", "LATEST", "a/b", "a..b", "a.", "-a", "ä"})
  void nameThatCouldMeanSomethingElseIsRefused(String name) {
    assertThrows(IllegalArgumentException.class, () -> tags.add(run("t"), name, AsOf.latest()));
  }
}
