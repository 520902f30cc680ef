package simile.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simile.ingest.Gate;
import simile.ingest.MergeMode;
import simile.jsonl.Compression;
import simile.segment.write.SegmentOptions;

class IngestJobTest {
  private static final Path TESTDATA = Path.of(System.getProperty("simile.root"), "testdata");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(RunnerKind.class)
  void commitsEveryAnalogyOfTheTestData(RunnerKind runner) throws Exception {
    IngestArgs args =
        new IngestArgs(
            folder.resolve("store").toString(),
            "default",
            "analogies",
            List.of(TESTDATA.resolve("analogies").toString()),
            Optional.empty(),
            Optional.empty(),
            new SegmentOptions(Compression.NONE, true),
            Gate.OPEN,
            InputLimits.DEFAULT,
            new RunName(Optional.of("run-1"), Optional.empty()),
            MergeMode.LATEST);
    Engine engine = new EmbeddedEngine(Optional.of(runner), OptionalInt.empty(), List.of());
    RunSummary summary =
        new IngestJob(
                args,
                engine,
                Clock.systemUTC(),
                InputStream.nullInputStream(),
                ProgressListener.NONE)
            .run();
    assertThat(summary.completed(), is(true));
    assertThat(summary.counts().accepted(), is(244L));
    assertThat(summary.counts().rejected(), is(0L));
  }
}
