package simile.proof.export;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.bundle.Bundle;
import simile.jobs.EmbeddedEngine;
import simile.jobs.ProgressListener;
import simile.jobs.RunnerKind;
import simile.jobs.cancel.RunCanceller;
import simile.jobs.export.BundleArgs;
import simile.jobs.export.BundleJob;
import simile.jobs.export.BundleSummary;
import simile.log.CommitFencedException;
import simile.proof.Folders;
import simile.store.AsOf;
import simile.store.Store;
import simile.workflow.Status;
import simile.workflow.ThisHost;
import simile.workflow.Workflows;

/** Bundles while others cancel, and where they fail. */
class LivingBundleTest {
  private static final long SEED = 25;

  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void live() throws IOException {
    store = folder.resolve("store");
    Lived.store(store, SEED, 60);
  }

  @Test
  void cancelledPublishesNothingAndLeavesNothingHoweverLate() throws IOException {
    for (boolean late : new boolean[] {false, true}) {
      for (String name : List.of("out", "out.tar")) {
        String run = "bundle" + late + name.length();
        ProgressListener cancelling =
            (notes, bytes, runner) -> {
              cancel(run, !late);
              return () -> cancel(run, late);
            };
        assertThrows(CommitFencedException.class, () -> run(run, name, cancelling));
        assertThat(
            new Workflows(Store.open(store.toString()).files()).read(run).orElseThrow().status(),
            is(Status.CANCELLED));
        assertThat(left(), empty());
      }
    }
  }

  private void cancel(String run, boolean really) throws IOException {
    if (really) {
      Store opened = Store.open(store.toString());
      var unused =
          new RunCanceller(opened, Clock.systemUTC(), ThisHost.detected()).cancel(run, "a test");
    }
  }

  @Test
  void whatFailsLeavesNothing() throws IOException {
    for (String name : List.of("out", "out.tar")) {
      IOException failed =
          assertThrows(
              IOException.class,
              () ->
                  run(
                      "failed" + name.length(),
                      name,
                      (notes, bytes, runner) ->
                          () -> {
                            throw new IOException("no room");
                          }));
      assertThat(failed.getMessage(), containsString("no room"));
      assertThat(left().stream().filter(file -> file.contains("unfinished")).toList(), empty());
    }
  }

  @Test
  void sameRunAgainPublishesOnce() throws IOException {
    for (String name : List.of("out", "out.tar")) {
      BundleSummary first = run("same" + name, name, ProgressListener.NONE);
      assertThat(first.before(), is(false));
      BundleSummary again = run("same" + name, name, ProgressListener.NONE);
      assertThat(again.before(), is(true));
      assertThat(again.bundle(), is(first.bundle()));
    }
  }

  private List<String> left() throws IOException {
    return Folders.list(folder).stream().filter(file -> file.contains("out")).toList();
  }

  private BundleSummary run(String run, String name, ProgressListener progress) throws IOException {
    BundleArgs args =
        new BundleArgs(
            store.toString(),
            "default",
            AsOf.latest(),
            folder.resolve(name).toString(),
            0,
            Bundle.NO_LICENSE,
            false,
            Optional.of(run));
    return new BundleJob(
            args,
            new EmbeddedEngine(Optional.of(RunnerKind.DIRECT), OptionalInt.of(2), List.of()),
            Clock.systemUTC(),
            progress)
        .run();
  }
}
