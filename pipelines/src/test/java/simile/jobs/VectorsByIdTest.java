package simile.jobs;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.ingest.Gate;
import simile.ingest.MergeMode;
import simile.jsonl.Compression;
import simile.npz.NpzBuilder;
import simile.proof.Stored;
import simile.segment.write.SegmentOptions;
import simile.store.AsOf;

/** {@code --embeddings}: vectors that come in a file of their own. */
class VectorsByIdTest {
  private static final String RECORD =
      "{\"id\":\"%s\",\"source_domain\":\"s\",\"target_domain\":\"t\",\"quality_score\":0.5%s}\n";

  @TempDir Path folder;

  @Test
  void bringTheVectorOfEachRecordThatHasNone() throws Exception {
    Path records =
        write(
            RECORD.formatted("a", "")
                + RECORD.formatted("b", ",\"embedding\":[9, 9]")
                + RECORD.formatted("c", ""));
    RunSummary summary = run(records, npz(new float[] {1, 2}, "a", "b", "unused"), "run-1");
    assertThat(summary.counts().accepted(), is(3L));
    assertThat(summary.files().get("npz"), is(1L));
    SortedMap<String, String> stored = Stored.analogies(store(), AsOf.latest(), true);
    assertThat(stored.get("a"), containsString("\"embedding\":[1.0,2.0]"));
    assertThat(stored.get("b"), containsString("\"embedding\":[9.0,9.0]"));
    assertThat(stored.get("c"), not(containsString("embedding")));
  }

  @Test
  void ofAnotherLengthThanTheCollectionsAreRefusedBeforeTheRun() throws Exception {
    Path records = write(RECORD.formatted("a", ",\"embedding\":[1, 2, 3]"));
    run(records, Optional.empty(), "run-1");
    Optional<Path> short2 = npz(new float[] {1, 2}, "a");
    RefusedException refused =
        assertThrows(RefusedException.class, () -> run(records, short2, "run-2"));
    assertThat(refused.getMessage(), containsString("have 2 numbers, those of the collection 3"));
    assertThat(Stored.history(store()).size(), is(1));
  }

  @Test
  void thatHoldNaNAreRefusedSinceJsonHasNoSuchNumber() throws Exception {
    Path records = write(RECORD.formatted("a", ""));
    Optional<Path> vectors = npz(new float[] {1, Float.NaN}, "a");
    IOException refused = assertThrows(IOException.class, () -> run(records, vectors, "run-1"));
    assertThat(refused.getMessage(), containsString("the vector of 'a' given with --embeddings"));
  }

  private Path store() {
    return folder.resolve("store");
  }

  private Path write(String records) throws Exception {
    return Files.writeString(folder.resolve("records.jsonl"), records);
  }

  private Optional<Path> npz(float[] vector, String... ids) throws Exception {
    NpzBuilder builder = new NpzBuilder();
    for (String id : ids) {
      builder.add(id, vector);
    }
    Path file = folder.resolve("vectors.npz");
    try (OutputStream out = Files.newOutputStream(file)) {
      builder.writeTo(out);
    }
    return Optional.of(file);
  }

  private RunSummary run(Path records, Optional<Path> vectors, String runId) throws Exception {
    IngestArgs args =
        new IngestArgs(
            store().toString(),
            "default",
            "analogies",
            List.of(records.toString()),
            Optional.empty(),
            vectors.map(Path::toString),
            new SegmentOptions(Compression.NONE, true),
            Gate.OPEN,
            InputLimits.DEFAULT,
            new RunName(Optional.of(runId), Optional.empty()),
            MergeMode.LATEST);
    Engine engine =
        new EmbeddedEngine(Optional.of(RunnerKind.DIRECT), OptionalInt.of(1), List.of());
    return new IngestJob(
            args, engine, Clock.systemUTC(), InputStream.nullInputStream(), ProgressListener.NONE)
        .run();
  }
}
