package simile.benchmarks.plain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.benchmarks.generate.Generator;

class PlainJavaTest {
  private static final int RECORDS = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path input;
  private Path output;

  @BeforeEach
  void generate() throws IOException {
    input = folder.resolve("input.jsonl");
    output = folder.resolve("output");
    try (OutputStream out = Files.newOutputStream(input)) {
      new Generator(Generator.SEED, RECORDS, 1).writeTo(out);
    }
  }

  @Test
  void oneRangeKeepsTheLatestLineOfEachId() throws Exception {
    run(PlainJob.RANGE_BYTES);
    Map<String, String> latest = latest(Files.readAllLines(input, UTF_8));
    assertThat(latest, aMapWithSize(RECORDS - RECORDS / 100));
    assertThat(latest(jsonl()), equalTo(latest));
    assertThat(jsonl().size(), is(latest.size()));
    assertThat(sqliteScores(), equalTo(scores(latest)));
  }

  @Test
  void everyLineBelongsToOneRangeWhereverItIsCut() throws Exception {
    for (long rangeBytes : new long[] {1_000, 65_537}) {
      output = folder.resolve("output-" + rangeBytes);
      new PlainJava(new PlainJob(input, output, rangeBytes, 2, false)).run();
      assertThat(ids(jsonl()), equalTo(ids(Files.readAllLines(input, UTF_8))));
    }
  }

  @Test
  void theManifestHasTheHashOfEveryFile() throws Exception {
    run(100_000);
    for (JsonNode file : JSON.readTree(output.resolve("manifest.json").toFile())) {
      Path path = output.resolve(file.required("path").asText());
      assertThat(Files.size(path), is(file.required("bytes").asLong()));
      assertThat(Hashes.of(path, ByteBuffer.allocate(8192)), is(file.required("sha256").asText()));
    }
  }

  private void run(long rangeBytes) throws IOException {
    new PlainJava(new PlainJob(input, output, rangeBytes, 2, true)).run();
  }

  private List<String> jsonl() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files(".jsonl")) {
      lines.addAll(Files.readAllLines(file, UTF_8));
    }
    return lines;
  }

  private List<Path> files(String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  private Map<String, Double> sqliteScores() throws Exception {
    Map<String, Double> scores = new HashMap<>();
    for (Path file : files(".sqlite")) {
      try (var db = DriverManager.getConnection("jdbc:sqlite:" + file);
          var statement = db.createStatement();
          var rows = statement.executeQuery("SELECT id, quality_score FROM analogies")) {
        while (rows.next()) {
          scores.put(rows.getString(1), rows.getDouble(2));
        }
      }
    }
    return scores;
  }

  private static Map<String, Double> scores(Map<String, String> lines) throws IOException {
    Map<String, Double> scores = new HashMap<>();
    for (Map.Entry<String, String> line : lines.entrySet()) {
      scores.put(
          line.getKey(), JSON.readTree(line.getValue()).required("quality_score").asDouble());
    }
    return scores;
  }

  private static Map<String, String> latest(List<String> lines) {
    Map<String, String> latest = new HashMap<>();
    for (String line : lines) {
      latest.put(id(line), line);
    }
    return latest;
  }

  private static List<String> ids(List<String> lines) {
    return lines.stream().map(PlainJavaTest::id).distinct().sorted().toList();
  }

  private static String id(String line) {
    return line.substring(7, line.indexOf('"', 7));
  }
}
