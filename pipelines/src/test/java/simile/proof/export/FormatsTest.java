package simile.proof.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.export.ExportFormat;
import simile.export.ExportManifest;
import simile.export.ExportManifestJson;
import simile.export.ExportOutcome;
import simile.export.ExportedFile;
import simile.files.Sha256;
import simile.jsonl.Compression;
import simile.jsonl.PartitionFolder;
import simile.proof.Folders;
import simile.proof.PlainExport;
import simile.proof.Stored;
import simile.query.Criteria;
import simile.record.Schema;
import simile.store.AsOf;
import simile.store.Store;

/** What an export holds is what a query answers, in every format. */
class FormatsTest {
  private static final long SEED = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Store store;
  private Path out;
  private SortedMap<String, String> records;
  private Schema schema;

  @BeforeEach
  void live() throws IOException {
    Path place = folder.resolve("store");
    store = Lived.store(place, SEED, 400);
    out = folder.resolve("out");
    records = new TreeMap<>(simile.record.Utf8Order::compare);
    records.putAll(Stored.analogies(place, AsOf.latest(), true));
    schema = store.snapshot(AsOf.latest()).collection("default", "analogies").schema();
    assertThat(records.size(), is(greaterThan(200)));
  }

  @Test
  void jsonlIsTheStoredBytesWithVectorsInOrderOfIds() throws IOException {
    ExportOutcome outcome = PlainExport.of(store, ExportFormat.JSONL, out).run();
    assertThat(outcome.files(), is(greaterThan(3)));
    assertThat(Exported.lines(out), equalTo(List.copyOf(records.values())));
    requireManifest(out, records.size());
    for (Compression compression : Compression.values()) {
      String name = "one.jsonl" + compression.suffix();
      PlainExport.of(store, ExportFormat.JSONL, folder).compressed(compression).toFile(name).run();
      assertThat(Exported.lines(folder.resolve(name)), equalTo(List.copyOf(records.values())));
    }
  }

  @Test
  void csvHasTheContractsColumns() throws IOException {
    PlainExport.of(store, ExportFormat.CSV, out).run();
    PlainExport.of(store, ExportFormat.CSV, folder).toFile("one.csv").run();
    List<List<String>> expected = csvRows();
    List<List<String>> found = new ArrayList<>();
    List<String> header = schema.columns().stream().map(c -> c.name()).toList();
    for (String file : Folders.list(out).stream().filter(f -> f.endsWith(".csv")).toList()) {
      List<List<String>> rows = Csv.read(Files.readString(out.resolve(file)));
      assertThat(rows.remove(0), equalTo(header));
      found.addAll(plain(rows));
    }
    assertThat(found, equalTo(expected));
    List<List<String>> one = Csv.read(Files.readString(folder.resolve("one.csv")));
    assertThat(one.remove(0), equalTo(header));
    assertThat(plain(one), equalTo(expected));
    assertThat(found.stream().flatMap(List::stream).toList(), everyItem(not(startsWith("=1+1"))));
  }

  /** Rows whose JSON has no needless escapes. */
  private static List<List<String>> plain(List<List<String>> rows) throws IOException {
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        String cell = row.get(i);
        row.set(i, cell.matches("[{\\[].*") ? JSON.readTree(cell).toString() : cell);
      }
    }
    return rows;
  }

  private List<List<String>> csvRows() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String record : records.values()) {
      JsonNode json = JSON.readTree(record);
      List<String> row = new ArrayList<>();
      schema.columns().forEach(column -> row.add(cell(json.path(column.name()))));
      rows.add(row);
    }
    return rows;
  }

  private static String cell(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return Csv.NOTHING;
    }
    if (!value.isTextual()) {
      return value.toString();
    }
    String text = value.textValue();
    boolean runs = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return runs ? "'" + text : text;
  }

  @Test
  void sqliteIsAsShardsAre() throws IOException {
    ExportOutcome shards = PlainExport.of(store, ExportFormat.SQLITE, out).run();
    assertThat(shards.files(), is(greaterThan(3)));
    PlainExport.of(store, ExportFormat.SQLITE, folder).toFile("one.sqlite").run();
    SortedMap<String, Map<String, Object>> one = Exported.table(folder.resolve("one.sqlite"));
    SortedMap<String, Map<String, Object>> all = new TreeMap<>();
    for (String file : Folders.list(out).stream().filter(f -> f.endsWith(".sqlite")).toList()) {
      all.putAll(Exported.table(out.resolve(file)));
    }
    assertThat(all, equalTo(one));
    assertThat(List.copyOf(one.keySet()), equalTo(records.keySet().stream().sorted().toList()));
    for (Map.Entry<String, String> record : records.entrySet()) {
      Exported.requireRow(schema, JSON.readTree(record.getValue()), one.get(record.getKey()));
    }
  }

  @Test
  void npzHasTheVectorsOfThoseThatHaveOne() throws IOException {
    PlainExport.of(store, ExportFormat.NPZ, out).run();
    PlainExport.of(store, ExportFormat.NPZ, folder).toFile("one.npz").run();
    Map<String, List<Float>> expected = new TreeMap<>();
    for (Map.Entry<String, String> record : records.entrySet()) {
      JsonNode vector = JSON.readTree(record.getValue()).path("embedding");
      if (vector.isArray()) {
        List<Float> numbers = new ArrayList<>();
        vector.forEach(number -> numbers.add(number.floatValue()));
        expected.put(record.getKey(), numbers);
      }
    }
    assertThat(expected.size(), is(greaterThan(40)));
    Map<String, List<Float>> found = new TreeMap<>();
    for (String file : Folders.list(out).stream().filter(f -> f.endsWith(".npz")).toList()) {
      found.putAll(Exported.vectors(out.resolve(file)));
    }
    assertThat(found, equalTo(expected));
    assertThat(Exported.vectors(folder.resolve("one.npz")), equalTo(expected));
  }

  @Test
  void parquetReadByDuckDbHasTheSameValues() throws Exception {
    PlainExport.of(store, ExportFormat.PARQUET, out).run();
    PlainExport.of(store, ExportFormat.PARQUET, folder).toFile("one.parquet").run();
    String jsonl = folder.resolve("all.jsonl").toString();
    PlainExport.of(store, ExportFormat.JSONL, folder).toFile("all.jsonl").run();
    for (String files : List.of(out + "/*.parquet", folder + "/one.parquet")) {
      List<String> different =
          Exported.duckDb(
              """
              SELECT p.id FROM read_parquet('%s') p FULL JOIN
                read_json('%s', columns = {id: 'VARCHAR', source_domain: 'VARCHAR',
                  quality_score: 'DOUBLE', created_at: 'TIMESTAMPTZ', tags: 'VARCHAR[]',
                  embedding: 'FLOAT[]'}) j ON p.id = j.id
              WHERE p.id IS DISTINCT FROM j.id OR p.source_domain IS DISTINCT FROM j.source_domain
                OR p.quality_score IS DISTINCT FROM j.quality_score
                OR p.created_at IS DISTINCT FROM j.created_at
                OR p.tags IS DISTINCT FROM j.tags OR p.embedding IS DISTINCT FROM j.embedding
              """
                  .formatted(files, jsonl));
      assertThat(different, equalTo(List.of()));
      assertThat(
          Exported.duckDb("SELECT count(*) FROM read_parquet('%s')".formatted(files)),
          equalTo(List.of(Integer.toString(records.size()))));
    }
  }

  @Test
  void partitionsAreTheStoresFolders() throws IOException {
    for (ExportFormat format :
        List.of(ExportFormat.JSONL, ExportFormat.CSV, ExportFormat.PARQUET)) {
      Path place = folder.resolve("by-" + format.key());
      PlainExport.of(store, format, place).partitionedBy("target_domain").run();
      requireManifest(place, records.size());
      for (ExportedFile file : manifest(place).files()) {
        assertThat(file.path(), file.path().split("/").length, is(2));
      }
    }
    Path jsonl = folder.resolve("by-jsonl");
    int seen = 0;
    for (ExportedFile file : manifest(jsonl).files()) {
      String name = file.path().substring(0, file.path().indexOf('/'));
      for (String line : Exported.lines(jsonl.resolve(file.path()))) {
        String value = JSON.readTree(line).path("target_domain").textValue();
        assertThat(name, is(PartitionFolder.of("target_domain", Optional.of(value))));
        seen++;
      }
    }
    assertThat(seen, is(records.size()));
    assertThat(Files.exists(jsonl.resolve("target_domain=%2E%2E")), is(true));
  }

  @Test
  void criteriaLeaveOthersOut() throws IOException {
    Criteria good =
        new Criteria(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            OptionalDouble.of(0.9),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    PlainExport.of(store, ExportFormat.JSONL, out).matching(good).run();
    List<String> expected = new ArrayList<>();
    for (String record : records.values()) {
      if (JSON.readTree(record).path("quality_score").doubleValue() >= 0.9) {
        expected.add(record);
      }
    }
    assertThat(Exported.lines(out), equalTo(expected));
    assertThat(manifest(out).criteria(), equalTo(good));
  }

  @Test
  void ofNoRecordEveryFormatIsCompleteAndValid() throws Exception {
    Criteria none = Criteria.ALL.withIds(List.of("nobody"));
    for (ExportFormat format : ExportFormat.values()) {
      Path place = folder.resolve("none-" + format.key());
      String name = "none" + format.suffixes().get(0);
      PlainExport.of(store, format, place).matching(none).run();
      PlainExport.of(store, format, folder).matching(none).toFile(name).run();
      assertThat(manifest(place).files().size(), is(1));
      requireManifest(place, 0);
      Path part = place.resolve(manifest(place).files().get(0).path());
      assertThat(Files.readAllBytes(part), equalTo(Files.readAllBytes(folder.resolve(name))));
    }
    assertThat(Files.size(folder.resolve("none.jsonl")), is(0L));
    assertThat(Files.readString(folder.resolve("none.csv")), endsWith("workflow_id\r\n"));
    assertThat(Exported.table(folder.resolve("none.sqlite")).size(), is(0));
    assertThat(Exported.vectors(folder.resolve("none.npz")).size(), is(0));
    assertThat(
        Exported.duckDb("SELECT count(*) FROM '%s/none.parquet'".formatted(folder)),
        equalTo(List.of("0")));
  }

  private static void requireManifest(Path place, int rows) throws IOException {
    ExportManifest manifest = manifest(place);
    assertThat(manifest.rows(), is((long) rows));
    List<String> names = new ArrayList<>();
    for (ExportedFile file : manifest.files()) {
      names.add(file.path());
      assertThat(Files.size(place.resolve(file.path())), is(file.bytes()));
      assertThat(Sha256.of(place.resolve(file.path())), is(file.sha256()));
    }
    names.addAll(List.of("_contract.odcs.yaml", "_manifest.json"));
    assertThat(Folders.list(place), equalTo(names.stream().sorted().toList()));
    assertThat(Sha256.of(place.resolve("_contract.odcs.yaml")), is(manifest.contract().sha256()));
    assertThat(
        new String(ExportManifestJson.toBytes(manifest), UTF_8),
        is(Files.readString(place.resolve("_manifest.json"))));
  }

  private static ExportManifest manifest(Path place) throws IOException {
    Path file = place.resolve(ExportManifest.FILE);
    return ExportManifestJson.fromBytes(Files.readAllBytes(file), file.toString());
  }
}
