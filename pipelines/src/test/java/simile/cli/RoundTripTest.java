package simile.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exported, imported into another store and exported again, a file is the same, byte for byte. */
class RoundTripTest {
  private static final List<String> RECORDS =
      List.of(
          """
          {"id":"a","source_domain":"été","target_domain":"🌊","quality_score":1,"tags":["x","ü"],\
          "concept_mappings":{"man":"woman","sun":["moon","star"],"none":[]},"created_at":\
          "2026-01-01T00:00:00.5+01:00","unknown" : {"deep" : [1, null,"x"]}, "n":1.50,\
          "big":9007199254740993,"esc":"\\u0041\\/🦉"}""",
          """
          {"type":"analogy","id":"b","source_domain":"k\\u00e9ing","target_domain":"queen",\
          "quality_score":1.0,"created_at":"2026-01-02T00:00:00Z","updated_at":null,\
          "metadata":{ "a" : 1.0, "b":"\\u00e9"},"embedding":[0.1,2,-1e-3]}""",
          """
          {"id":"c \\"q\\"","source_domain":"x","target_domain":"y","quality_score":0.25,"tags":[],\
          "concept_mappings":{},"frame_mappings":{"A":"B"},"created_at":"2026-01-03T00:00:00Z",\
          "workflow_id":"","embedding":[1,2,3]}""",
          """
          {"id":"d","source_domain":"null","target_domain":"a,b\\n","quality_score":-0.0,\
          "created_at":"2026-01-03T00:00:00.123456789Z"}""");

  @TempDir Path folder;

  @BeforeEach
  void fill() throws IOException {
    Path lines = Files.write(folder.resolve("records.jsonl"), RECORDS);
    Path real = Path.of(System.getProperty("simile.root"), "testdata/analogies/science.jsonl");
    List<String> withoutVectors =
        Files.readAllLines(real).stream().filter(line -> !line.contains("\"embedding\"")).toList();
    Path others = Files.write(folder.resolve("others.jsonl"), withoutVectors);
    done("first", "ingest", "--input", lines.toString(), "--input", others.toString());
  }

  @ParameterizedTest
  @CsvSource({"jsonl, direct", "parquet, direct", "sqlite, direct", "parquet, flink"})
  void theFileIsTheSame(String format, String runner) throws IOException {
    Path once = export("first", format, runner, "once." + format);
    done("second", "import", "--runner", runner, "--input", once.toString());
    assertSame(once, export("second", format, runner, "twice." + format));
  }

  @Test
  void vectorsComeBackToTheirRecords() throws IOException {
    Path vectors = export("first", "npz", "direct", "once.npz");
    Path lines = folder.resolve("bare.jsonl");
    done("first", "export", "--format", "jsonl", "--no-embeddings", "--output", lines.toString());
    done("second", "import", "--input", lines.toString());
    done("second", "import", "--input", vectors.toString());
    assertSame(vectors, export("second", "npz", "direct", "twice.npz"));
    assertSame(
        export("first", "jsonl", "direct", "a.jsonl"),
        export("second", "jsonl", "direct", "b.jsonl"));
  }

  /** As URIs, too, whatever they name. */
  @ParameterizedTest
  @CsvSource({"parquet, a.parquet", "jsonl, folder", "bundle, folder", "bundle, a.tar"})
  void whatAUriOfAFileNamesIsImported(String format, String name) throws IOException {
    Path place = folder.resolve(name);
    done("first", "export", "--format", format, "--output", place.toUri().toString());
    done("second", "import", "--input", place.toUri().toString());
    done("third", "import", "--input", "file:" + place);
    assertSame(
        export("second", "jsonl", "direct", "a.jsonl"),
        export("third", "jsonl", "direct", "b.jsonl"));
  }

  @Test
  void noCharacterIsEscapedThatWasNot() throws IOException {
    done("second", "import", "--input", export("first", "sqlite", "direct", "t.db").toString());
    String lines = Files.readString(export("second", "jsonl", "direct", "t.jsonl"));
    assertThat(lines, containsString("\"target_domain\":\"🌊\""));
  }

  private Path export(String store, String format, String runner, String name) {
    Path file = folder.resolve(name);
    done(store, "export", "--runner", runner, "--format", format, "--output", file.toString());
    return file;
  }

  private static void assertSame(Path a, Path b) throws IOException {
    assertThat(a + " and " + b + " differ at", Files.mismatch(a, b), is(-1L));
  }

  private void done(String store, String... words) {
    List<String> all = new ArrayList<>(Arrays.asList(words));
    all.addAll(List.of("--store", folder.resolve(store).toString()));
    Session session = Session.of(all.toArray(String[]::new));
    assertThat(session.err(), session.exit(), is(0));
  }
}
