package simile.jobs.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simile.ingest.Gate;
import simile.ingest.MergeMode;
import simile.jobs.EmbeddedEngine;
import simile.jobs.Engine;
import simile.jobs.IngestArgs;
import simile.jobs.InputLimits;
import simile.jobs.RefusedException;
import simile.jobs.RunName;
import simile.jobs.RunnerKind;
import simile.jobs.cancel.RunCanceller;
import simile.jsonl.Compression;
import simile.log.Commit;
import simile.log.CommitFencedException;
import simile.log.InputFile;
import simile.log.Operation;
import simile.segment.write.SegmentOptions;
import simile.store.Store;
import simile.workflow.Status;
import simile.workflow.ThisHost;
import simile.workflow.Workflow;
import simile.workflow.Workflows;

class WatchJobTest {
  private static final Duration EVERY = Duration.ofMillis(200);

  @TempDir Path temporary;

  /** Files come while the stream runs; the last is cancelled for. */
  @ParameterizedTest
  @EnumSource(RunnerKind.class)
  void takesFilesAsTheyComeUntilItIsCancelled(RunnerKind runner) throws Exception {
    Path in = Files.createDirectories(temporary.resolve("in"));
    arrive(in, "a.jsonl", "1");
    List<Commit> windows = new ArrayList<>();
    WatchListener listener =
        new Told() {
          @Override
          public void window(Commit entry) {
            windows.add(entry);
            try {
              if (windows.size() == 1) {
                arrive(in, "b.jsonl", "2");
                arrive(in, "c.jsonl", "3");
              } else if (names(windows).size() == 3) {
                new RunCanceller(store(), Clock.systemUTC(), ThisHost.detected())
                    .cancel("s", "enough");
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          }
        };
    WatchJob job = new WatchJob(args(in, false), engine(runner), Clock.systemUTC(), listener);
    assertThrows(CommitFencedException.class, job::run);
    assertThat(names(entries()), is(List.of("a.jsonl", "b.jsonl", "c.jsonl")));
    Workflow workflow = new Workflows(store().files()).read("s").orElseThrow();
    assertThat(workflow.status(), is(Status.CANCELLED));
    assertThat(workflow.type(), is("watch"));
  }

  @ParameterizedTest
  @EnumSource(RunnerKind.class)
  void goesOnWhereItWasAndEndsWhenItIsIdle(RunnerKind runner) throws Exception {
    Path in = Files.createDirectories(temporary.resolve("in"));
    for (int round = 1; round <= 2; round++) {
      arrive(in, round + ".jsonl", "" + round);
      Files.writeString(in.resolve("." + round + ".jsonl"), "not finished");
      Files.writeString(in.resolve("_" + round + ".jsonl"), "not finished");
      WatchSummary summary = run(args(in, true), runner);
      assertThat(summary.windows(), is(1L));
      assertThat(summary.files(), is(1L));
      assertThat(summary.version(), is((long) round));
      assertThat(summary.counts().accepted(), is(1L));
    }
    assertThat(run(args(in, true), runner).windows(), is(0L));
    assertThat(names(entries()), is(List.of("1.jsonl", "2.jsonl")));
    assertThat(entries().get(0).runId(), startsWith("s-00000000-"));
    Workflow workflow = new Workflows(store().files()).read("s").orElseThrow();
    assertThat(workflow.status(), is(Status.COMPLETED));
  }

  @Test
  void aDamagedFileIsLeftAndTheOthersComeIn() throws Exception {
    Path in = Files.createDirectories(temporary.resolve("in"));
    Files.writeString(in.resolve("bad.jsonl.gz"), "this is not gzip");
    arrive(in, "a.jsonl", "1");
    arrive(in, "b.jsonl", "2");
    WatchSummary summary = run(args(in, true), RunnerKind.DIRECT);
    assertThat(summary.files(), is(2L));
    assertThat(summary.leftOut(), is(1L));
    Commit alone =
        entries().stream()
            .filter(e -> e.operation() == Operation.AUDIT && e.inputs().size() == 1)
            .findFirst()
            .orElseThrow();
    assertThat(alone.details().get("failure"), containsString("bad.jsonl.gz"));
  }

  @Test
  void refusesWhatMakesNoSense() throws IOException {
    Path in = Files.createDirectories(temporary.resolve("in"));
    assertThat(refusal(args(temporary.resolve("no"), false)), containsString("no folder"));
    assertThat(
        refusal(args(in, "A".repeat(10), MergeMode.LATEST)),
        containsString("cannot name a stream"));
    assertThat(
        refusal(args(in, "s", MergeMode.FAIL_ON_EXISTING)), containsString("fail-on-existing"));
    assertThat(Files.exists(temporary.resolve("store")), is(false));
  }

  private String refusal(WatchArgs args) {
    return assertThrows(RefusedException.class, () -> run(args, RunnerKind.DIRECT)).getMessage();
  }

  private static WatchSummary run(WatchArgs args, RunnerKind runner) throws Exception {
    return new WatchJob(args, engine(runner), Clock.systemUTC(), new Told()).run();
  }

  private static Engine engine(RunnerKind runner) {
    return new EmbeddedEngine(Optional.of(runner), OptionalInt.of(2), List.of());
  }

  private WatchArgs args(Path in, boolean untilIdle) {
    WatchArgs args = args(in, "s", MergeMode.LATEST);
    return new WatchArgs(args.ingest(), args.every(), untilIdle);
  }

  private WatchArgs args(Path in, String stream, MergeMode merge) {
    IngestArgs ingest =
        new IngestArgs(
            temporary.resolve("store").toString(),
            "default",
            "analogies",
            List.of(in.toString()),
            Optional.empty(),
            Optional.empty(),
            new SegmentOptions(Compression.NONE, true),
            Gate.OPEN,
            InputLimits.DEFAULT,
            new RunName(Optional.of(stream), Optional.empty()),
            merge);
    return new WatchArgs(ingest, EVERY, false);
  }

  /** Written under another name, as it should be. */
  private static void arrive(Path in, String name, String id) throws IOException {
    String line =
        "{\"id\":\"%s\",\"source_domain\":\"a\",\"target_domain\":\"b\",\"quality_score\":0.5,\"concept_mappings\":{\"x\":\"y\"}}\n"
            .formatted(id);
    Path unfinished = Files.write(in.resolve(name + ".tmp"), line.getBytes(UTF_8));
    Files.move(unfinished, in.resolve(name));
  }

  private Store store() throws IOException {
    return Store.open(temporary.resolve("store").toString());
  }

  private List<Commit> entries() throws IOException {
    Store store = store();
    List<Commit> entries = new ArrayList<>();
    for (long version = 1; version <= store.log().latestVersion(); version++) {
      entries.add(store.log().read(version));
    }
    return entries;
  }

  /** The names of the files that entries brought in, sorted. */
  private static List<String> names(List<Commit> entries) {
    return entries.stream()
        .filter(entry -> entry.operation() == Operation.INGEST)
        .flatMap(entry -> entry.inputs().stream())
        .map(InputFile::uri)
        .map(uri -> uri.substring(uri.lastIndexOf('/') + 1))
        .sorted()
        .toList();
  }

  /** Hears nothing. */
  private static class Told implements WatchListener {
    @Override
    public void begun(String stream, String place, String runner) {}

    @Override
    public void window(Commit entry) {}

    @Override
    public void ended(WatchSummary summary) {}
  }
}
