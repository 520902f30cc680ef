package simile.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.contract.ContractParser;
import simile.files.LocalFiles;
import simile.json.MalformedJsonException;
import simile.jsonl.Compression;
import simile.record.Column;
import simile.record.ColumnType;
import simile.record.RecordBatch;
import simile.record.Schema;
import simile.segment.Segment;

/** A stored line, taken apart by its schema, is what the ingest took it for. */
final class RewriteBatchTest {
  private static final Path ROOT = Path.of(System.getProperty("simile.root", ".."), "testdata");
  private static final byte[] ID = {'i'};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "analogies",
        "frames",
        "frame_instances",
        "concepts",
        "clusters",
        "semantic_fields"
      })
  void recordsOfEachCollectionAreWhatTheyWere(String collection) throws IOException {
    compare(
        BuiltInContracts.find(collection).orElseThrow(), 8, testdata(collection), Compression.NONE);
  }

  @Test
  void recordsOfAUsersOwnContractAreWhatTheyWere() throws Exception {
    byte[] yaml = Files.readAllBytes(ROOT.resolve("contracts/recipes.odcs.yaml"));
    compare(ContractParser.parse("recipes", yaml), 8, testdata("recipes"), Compression.NONE);
  }

  @ParameterizedTest
  @EnumSource(Compression.class)
  void randomRecordsAndDeletionsAreWhatTheyWere(Compression compression) throws IOException {
    // More than have folders of their own, once: each file costs a sync of the disk.
    RandomLines random = new RandomLines(17, compression == Compression.NONE ? 300 : 5);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      lines.add(i % 7 == 0 ? random.deletion() : random.next());
    }
    compare(BuiltInContracts.find("analogies").orElseThrow(), 3, lines, compression);
  }

  private void compare(
      Contract contract, int dimension, List<String> lines, Compression compression)
      throws IOException {
    Schema schema = contract.schema();
    if (contract.embeds() && schema.dimension().isEmpty()) {
      schema = schema.withDimension(OptionalInt.of(dimension));
    }
    LocalFiles first = new LocalFiles(folder.resolve("first"));
    LocalFiles second = new LocalFiles(folder.resolve("second"));
    RecordBatch checked = SegmentCopy.checked(contract, schema, lines);
    Segment segment = SegmentCopy.write(first, checked, compression);
    RecordBatch rewritten = SegmentCopy.rewritten(first, segment, contract, schema);

    assertThat(rewritten.size(), is(checked.size()));
    for (int row = 0; row < checked.size(); row++) {
      assertThat(lines.get(row), view(rewritten, row), is(view(checked, row)));
    }
    SegmentCopy.write(second, rewritten, compression);
    Map<String, byte[]> expected = tree(folder.resolve("first"));
    Map<String, byte[]> actual = tree(folder.resolve("second"));
    assertThat(actual.keySet(), is(expected.keySet()));
    assertThat(actual.size(), greaterThan(2));
    expected.forEach(
        (path, bytes) -> assertThat(path, Arrays.equals(actual.get(path), bytes), is(true)));
  }

  /**
   * What writers ask a batch about a row, and where stamped values and derived ids are, their text.
   */
  private static Map<String, Object> view(RecordBatch batch, int row) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", batch.id(row));
    view.put("deletion", batch.isDeletion(row));
    view.put("position", batch.position(row));
    view.put("commit", batch.commit(row));
    if (batch.isDeletion(row)) {
      return view;
    }
    int partition = batch.partition(row);
    view.put("partition", partition < 0 ? "-" : batch.partitionValues().get(partition));
    for (int c = 1; c < batch.schema().columns().size(); c++) {
      Column column = batch.schema().columns().get(c);
      if (batch.isStamped(row, c)) {
        view.put(column.name(), '"' + batch.submittedAt() + '"');
      } else if (batch.spanStart(row, c) >= 0) {
        String text = text(batch, batch.spanStart(row, c), batch.spanLength(row, c));
        boolean stamp = text.equals('"' + SegmentCopy.SUBMITTED_AT + '"');
        boolean scalar = column.type().isScalar() && !stamp;
        view.put(column.name(), scalar ? text + " " + batch.scalar(row, c) : text);
      }
    }
    for (int i = 0; i < batch.extras(row); i++) {
      view.put("extra " + i, text(batch, batch.extraStart(row, i), batch.extraLength(row, i)));
    }
    if (batch.hasVector(row)) {
      int offset = batch.vectorOffset(row);
      int dimension = batch.schema().dimension().orElseThrow();
      view.put(
          "vector",
          Arrays.toString(Arrays.copyOfRange(batch.vectors(), offset, offset + dimension)));
    }
    return view;
  }

  private static String text(RecordBatch batch, int start, int length) {
    return new String(batch.bytes(), start, length, UTF_8);
  }

  @Test
  void valuesThatDoNotFitTheirColumnsAreKeptAsUnknownMembers() throws IOException {
    Schema schema =
        new Schema(
            "c",
            List.of(
                Column.of("id", ColumnType.TEXT),
                Column.of("text", ColumnType.TEXT),
                Column.of("real", ColumnType.REAL),
                Column.of("whole", ColumnType.INTEGER),
                Column.of("flag", ColumnType.BOOLEAN),
                new Column("time", ColumnType.TIMESTAMP, true, true),
                Column.of("json", ColumnType.JSON)),
            Optional.of("text"),
            List.of(),
            OptionalInt.empty());
    List<String> misfits =
        List.of(
            "\"text\":7",
            "\"text\":\"nul \\u0000\"",
            "\"text\":\"half \\ud83d\"",
            "\"real\":\"7\"",
            "\"real\":1e999",
            "\"whole\":1.5",
            "\"whole\":9223372036854775808",
            "\"whole\":123456789012345678901234567890",
            "\"flag\":1",
            "\"time\":\"yesterday\"",
            "\"other\":null");
    for (String misfit : misfits) {
      RecordBatch batch = one(schema, "{\"id\":\"i\",\"json\":[1]," + misfit + "}");
      assertThat(misfit, batch.extras(0), is(1));
      assertThat(text(batch, batch.extraStart(0, 0), batch.extraLength(0, 0)), is(misfit));
      assertThat(misfit, batch.partition(0), is(-1));
      assertThat(misfit, batch.isStamped(0, 5), is(false));
      assertThat(text(batch, batch.spanStart(0, 6), batch.spanLength(0, 6)), is("[1]"));
    }
    RecordBatch batch =
        one(schema, "{\"whole\":-9223372036854775808,\"flag\":false,\"json\":null}");
    assertThat(batch.scalar(0, 3), is(Long.MIN_VALUE));
    assertThat(batch.scalar(0, 4), is(0L));
    assertThat(batch.spanStart(0, 6), is(-1));
    assertThat(one(schema, "{\"whole\":3.0e2}").scalar(0, 3), is(300L));
  }

  @Test
  void linesThatAreNoObjectsAreRefusedAndLeaveTheBatchAsItWas() throws IOException {
    Schema schema = BuiltInContracts.find("analogies").orElseThrow().schema();
    byte[] good =
        "{\"id\":\"i\",\"tags\":[\"a\\\\\",{\"b\":\"]\"}],\"quality_score\":0.5}".getBytes(UTF_8);
    RewriteBatch batch = new RewriteBatch(schema, Set.of("type"), 16);
    batch.add(good, 0, good.length, ID, 1, 5, 9);
    for (int length = 0; length < good.length; length++) {
      int cut = length;
      MalformedJsonException e =
          assertThrows(MalformedJsonException.class, () -> batch.add(good, 0, cut, ID, 1, 5, 9));
      assertThat(e.getMessage(), containsString("of its " + cut));
    }
    assertThat(batch.size(), is(1));
    assertThat(batch.bytes(), is(good.length + 1L));
    assertThat(batch.build().commit(0), is(5L));
  }

  @Test
  void damagedLinesNeverLeadOutOfTheirBytes() {
    Schema schema = BuiltInContracts.find("analogies").orElseThrow().schema();
    RandomLines lines = new RandomLines(23, 3);
    Random random = new Random(24);
    byte[] alphabet = "{}[]\",:\\ue0-+.tfn \0\n".getBytes(UTF_8);
    int refused = 0;
    RewriteBatch batch = new RewriteBatch(schema, Set.of(), 1 << 20);
    for (int i = 0; i < 20_000; i++) {
      byte[] line = lines.next().getBytes(UTF_8);
      line[random.nextInt(line.length)] = alphabet[random.nextInt(alphabet.length)];
      try {
        batch.add(line, 0, line.length, ID, 1, 1, i);
      } catch (MalformedJsonException e) {
        refused++;
      }
    }
    assertThat(refused, greaterThan(1000));
    assertThat(batch.size(), is(20_000 - refused));
  }

  private static RecordBatch one(Schema schema, String line) throws IOException {
    byte[] bytes = line.getBytes(UTF_8);
    RewriteBatch batch = new RewriteBatch(schema, Set.of(), 0);
    batch.add(bytes, 0, bytes.length, ID, 1, 0, 0);
    return batch.build();
  }

  private static List<String> testdata(String collection) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT.resolve(collection))) {
      for (Path file : files.sorted().toList()) {
        Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(lines::add);
      }
    }
    return lines;
  }

  private static Map<String, byte[]> tree(Path root) throws IOException {
    Map<String, byte[]> tree = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        tree.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return tree;
  }
}
