package simile.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.files.Sha256;
import simile.parquet.ParquetField;
import simile.parquet.ParquetType;

/** What is written is read again, by pipelines on the Direct runner. */
final class ConnectorsTest {
  @TempDir Path folder;

  @Test
  void vectorsComeBackAsTheyWere() {
    List<IdVector> vectors = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      vectors.add(new IdVector("né-" + i, new float[] {i, -0.5f, 1e-30f}));
    }
    Pipeline write = Pipeline.create();
    PCollection<WrittenFile> files =
        write
            .apply(Create.of(vectors))
            .apply(
                NpzIO.write()
                    .to(folder.toString())
                    .withPrefix("v")
                    .withShards(2)
                    .withTargetBytes(10_000));
    checkFiles(files, 500);
    write.run().waitUntilFinish();

    Pipeline read = Pipeline.create();
    PAssert.that(read.apply(NpzIO.read().from(folder + "/v-*.npz"))).containsInAnyOrder(vectors);
    read.run().waitUntilFinish();
  }

  @Test
  void rowsComeBackAsTheyWere() {
    List<SqliteRow> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add(SqliteRow.of("id" + i, 0.1 * i, i % 2 == 0 ? null : (long) i, new byte[] {1, 0}));
    }
    Pipeline write = Pipeline.create();
    PCollection<WrittenFile> files =
        write
            .apply(Create.of(rows))
            .apply(
                SqliteIO.write()
                    .to(folder.toString())
                    .withTable("my \"notes\"", "id TEXT PRIMARY KEY", "score REAL", "n", "b BLOB")
                    .withIndex("score"));
    checkFiles(files, 300);
    write.run().waitUntilFinish();

    Pipeline read = Pipeline.create();
    String pattern = folder + "/*.sqlite";
    PAssert.that(read.apply(SqliteIO.read().from(pattern).withTable("my \"notes\"")))
        .containsInAnyOrder(rows);
    PAssert.that(
            read.apply(
                "Query",
                SqliteIO.read()
                    .from(pattern)
                    .withQuery("SELECT id FROM \"my \"\"notes\"\"\" WHERE score = 0")))
        .containsInAnyOrder(SqliteRow.of("id0"));
    read.run().waitUntilFinish();
  }

  @Test
  void linesComeBackAsTheyWere() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      lines.add("{\"n\": " + i + ", \"é\":\"\u2028😀\"}");
    }
    Pipeline write = Pipeline.create();
    PCollection<WrittenFile> files =
        write
            .apply(Create.of(lines))
            .apply(JsonlIO.write().to(folder.toString()).withShards(3).withTargetBytes(4000));
    checkFiles(files, 400);
    write.run().waitUntilFinish();

    Pipeline read = Pipeline.create();
    PAssert.that(read.apply(JsonlIO.read().from(folder + "/*.jsonl"))).containsInAnyOrder(lines);
    read.run().waitUntilFinish();
  }

  @Test
  void linesComeBackFromParquet() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      lines.add("{\"id\":\"id%d\",\"tags\":[\"\u5fc3\"],\"other\":{\"n\":%d}}".formatted(i, i));
    }
    Pipeline write = Pipeline.create();
    PCollection<WrittenFile> files =
        write
            .apply(Create.of(lines))
            .apply(
                ParquetIO.write()
                    .to(folder.toString())
                    .withShards(3)
                    .withFields(
                        new ParquetField("id", ParquetType.TEXT),
                        new ParquetField("tags", ParquetType.TEXTS)));
    checkFiles(files, 400);
    write.run().waitUntilFinish();

    Pipeline read = Pipeline.create();
    PAssert.that(read.apply(ParquetIO.read().from(folder + "/*.parquet")))
        .containsInAnyOrder(lines);
    read.run().waitUntilFinish();
  }

  @Test
  void linesAreReadOnceWhereverRangesAreCut() throws IOException {
    Random random = new Random(11);
    List<String> expected = new ArrayList<>();
    StringBuilder text = new StringBuilder("\ufeff");
    for (int i = 0; i < 200; i++) {
      String line = i + "é".repeat(random.nextInt(8));
      expected.add(line);
      text.append(line).append(random.nextBoolean() ? "\r\n" : "\n").append(i % 9 == 0 ? "\n" : "");
    }
    text.append("last");
    expected.add("last");
    byte[] bytes = text.toString().getBytes(UTF_8);
    Path plain = Files.write(folder.resolve("x.jsonl"), bytes);
    try (OutputStream gzip =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("x.jsonl.gz")))) {
      gzip.write(bytes);
    }
    Pipeline read = Pipeline.create();
    for (long range : new long[] {1, 2, 7, 64, 100_000}) {
      PAssert.that(
              read.apply(
                  "Ranges of " + range,
                  JsonlIO.read().from(plain.toString()).withRangeBytes(range)))
          .containsInAnyOrder(expected);
    }
    PAssert.that(read.apply("Gzip", JsonlIO.read().from(plain + ".gz")))
        .containsInAnyOrder(expected);
    read.run().waitUntilFinish();
  }

  @Test
  void badInputFailsWithTheFileAndTheReason() throws IOException {
    Path file = Files.write(folder.resolve("x"), new byte[] {'a', (byte) 0xff, '\n', 'b', 'c'});
    assertThat(failure(JsonlIO.read().from(file.toString())), containsString("not UTF-8"));
    assertThat(
        failure(JsonlIO.read().from(file.toString()).withMaxLineBytes(1)),
        containsString("longer than 1 bytes"));
    assertThat(failure(NpzIO.read().from(file.toString())), containsString("not a ZIP"));
    assertThat(
        failure(SqliteIO.read().from(file.toString()).withTable("t")),
        containsString("not a sound SQLite database"));
    assertThat(failure(ParquetIO.read().from(file.toString())), containsString("is no Parquet"));
  }

  @Test
  void missingOptionsAreNamed() {
    Exception e = assertThrows(IllegalStateException.class, () -> failure(NpzIO.read()));
    assertThat(e.getMessage(), containsString("NpzIO.read().from("));
  }

  private static String failure(
      org.apache.beam.sdk.transforms.PTransform<
              org.apache.beam.sdk.values.PBegin, ? extends PCollection<?>>
          read) {
    Pipeline pipeline = Pipeline.create();
    pipeline.apply(read);
    return assertThrows(
            Pipeline.PipelineExecutionException.class, () -> pipeline.run().waitUntilFinish())
        .toString();
  }

  /** Every answer is a whole file with that hash, and together they hold all records. */
  private static void checkFiles(PCollection<WrittenFile> files, long records) {
    PAssert.that(
            files.apply(
                "Check",
                MapElements.into(TypeDescriptors.longs())
                    .via(
                        file -> {
                          try {
                            Path path = Path.of(file.path());
                            if (Files.size(path) != file.bytes()
                                || !Sha256.of(path).equals(file.sha256())) {
                              throw new IllegalStateException("differs: " + file);
                            }
                            return file.records();
                          } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                          }
                        })))
        .satisfies(
            counts -> {
              long sum = 0;
              Map<Long, Integer> sizes = new HashMap<>();
              for (long count : counts) {
                sum += count;
                sizes.merge(count, 1, Integer::sum);
              }
              if (sum != records || sizes.containsKey(0L)) {
                throw new AssertionError("expected " + records + " records, got " + sizes);
              }
              return null;
            });
  }
}
