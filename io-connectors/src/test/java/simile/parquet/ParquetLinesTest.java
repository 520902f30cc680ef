package simile.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simile.jsonl.LongLineSink;
import simile.parquet.format.ParquetLimits;
import simile.parquet.read.ParquetLines;

/** Rows become lines: ours as they were, others' in their natural form. */
class ParquetLinesTest {
  @TempDir Path folder;

  private byte[] duckDb(String select, String options) throws Exception {
    Path file = folder.resolve("duck.parquet");
    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet%s)".formatted(select, file, options));
    }
    return Files.readAllBytes(file);
  }

  private List<String> values(String expression) throws Exception {
    return ParquetFixtures.read(duckDb("SELECT " + expression + " AS v", ""));
  }

  @Test
  void ownRecordsComeBackEqual() throws Exception {
    List<String> lines = new RandomAnalogies(1).lines(4000);
    ParquetOptions options = ParquetOptions.defaults().withRowGroups(900, 1 << 20);
    byte[] file = ParquetFixtures.write(options, lines);
    assertThat(ParquetFixtures.trees(ParquetFixtures.read(file)), is(ParquetFixtures.trees(lines)));
  }

  @Test
  void bigPagesAndPlainTextComeBackEqual() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      lines.add("{\"id\":\"%s\",\"tags\":[\"%d\"]}".formatted("long ".repeat(20) + i, i % 20_000));
    }
    byte[] file = ParquetFixtures.write(ParquetOptions.defaults(), lines);
    assertThat(ParquetFixtures.read(file), is(lines));
  }

  @Test
  void columnsComeInOrderAndExtraMembersComeBack() throws Exception {
    byte[] file =
        ParquetFixtures.write(
            "{\"z\" : {\"a\": [1 , 2]},\"tags\":[1],\"id\":\"a\",\"gold\":true,\"y\":0}",
            "{\"concept_mappings\":{\"a\":[\"b\"],\"c\":[\"d\",\"e\"]}}",
            "{\"created_at\":\"2024-05-01T10:00:00.5+02:00\"}");
    assertThat(
        ParquetFixtures.read(file),
        contains(
            "{\"id\":\"a\",\"gold\":true,\"z\" : {\"a\": [1 , 2]},\"tags\":[1],\"y\":0}",
            "{\"concept_mappings\":{\"a\":\"b\",\"c\":[\"d\",\"e\"]}}",
            "{\"created_at\":\"2024-05-01T08:00:00.500Z\"}"));
  }

  @Test
  void rangesGiveEachRowOnce() throws Exception {
    List<String> lines = new RandomAnalogies(3).lines(2000);
    byte[] file =
        ParquetFixtures.write(ParquetOptions.defaults().withRowGroups(150, 1 << 20), lines);
    List<String> read = new ArrayList<>();
    for (long start = 0; start < file.length; start += 7777) {
      read.addAll(ParquetFixtures.read(file, start, start + 7777, ParquetLimits.defaults()));
    }
    assertThat(ParquetFixtures.trees(read), is(ParquetFixtures.trees(lines)));
  }

  @Test
  void longRowsGoToTheSink() throws Exception {
    byte[] file =
        ParquetFixtures.write(
            "{\"id\":\"a\"}", "{\"id\":\"" + "x".repeat(1500) + "\"}", "{\"id\":\"b\"}");
    StringBuilder seen = new StringBuilder();
    LongLineSink sink =
        new LongLineSink() {
          @Override
          public void begin(long offset, long number) {
            seen.append(offset).append(' ').append(number).append(' ');
          }

          @Override
          public void piece(byte[] bytes, int start, int length) {
            seen.append(new String(bytes, start, length, UTF_8).length());
          }

          @Override
          public void end() {
            seen.append('.');
          }
        };
    try (ParquetLines lines = open(file, 1000)) {
      assertThat(lines.next(sink).orElseThrow().lines(), is(2));
      assertThat(seen.toString(), is("1 1 1509."));
      assertThat(lines.linesRead(), is(3L));
    }
  }

  private static ParquetLines open(byte[] file, int maxLineBytes) throws IOException {
    return ParquetLines.open(
        new SeekableInMemoryByteChannel(file),
        "x.parquet",
        0,
        Long.MAX_VALUE,
        1 << 16,
        maxLineBytes,
        ParquetLimits.defaults());
  }

  @Test
  void numbersOfDuckDbAreNumbers() throws Exception {
    assertThat(values("(-128)::TINYINT"), contains("{\"v\":-128}"));
    assertThat(values("255::UTINYINT"), contains("{\"v\":255}"));
    assertThat(values("4294967295::UINTEGER"), contains("{\"v\":4294967295}"));
    assertThat(values("18446744073709551615::UBIGINT"), contains("{\"v\":18446744073709551615}"));
    assertThat(values("0.1::FLOAT"), contains("{\"v\":0.1}"));
    assertThat(values("1e300::DOUBLE"), contains("{\"v\":1.0E300}"));
    assertThat(values("(-1.25)::DECIMAL(4,2)"), contains("{\"v\":-1.25}"));
    assertThat(values("1234567890123.45::DECIMAL(18,2)"), contains("{\"v\":1234567890123.45}"));
    assertThat(values("(-0.00001)::DECIMAL(38,5)"), contains("{\"v\":-0.00001}"));
    assertThat(values("'nan'::DOUBLE"), contains("{\"v\":\"NaN\"}"));
  }

  @Test
  void timesOfDuckDbAreTexts() throws Exception {
    assertThat(values("DATE '1969-12-31'"), contains("{\"v\":\"1969-12-31\"}"));
    assertThat(
        values("TIMESTAMPTZ '2024-05-01 10:00:00.5+02'"),
        contains("{\"v\":\"2024-05-01T08:00:00.500Z\"}"));
    assertThat(
        values("TIMESTAMP '2024-05-01 10:00:00'"), contains("{\"v\":\"2024-05-01T10:00:00\"}"));
    assertThat(
        values("'2024-05-01 10:00:00.123456789'::TIMESTAMP_NS"),
        contains("{\"v\":\"2024-05-01T10:00:00.123456789\"}"));
    assertThat(values("TIME '10:11:12.5'"), contains("{\"v\":\"10:11:12.5\"}"));
  }

  @Test
  void nestedValuesOfDuckDbAreNested() throws Exception {
    assertThat(values("[1, NULL, 2]"), contains("{\"v\":[1,null,2]}"));
    assertThat(values("[[1], [], NULL]"), contains("{\"v\":[[1],[],null]}"));
    assertThat(values("[]::INTEGER[]"), contains("{\"v\":[]}"));
    assertThat(values("NULL::INTEGER[]"), contains("{}"));
    assertThat(values("{'a': 1, 'b': NULL}"), contains("{\"v\":{\"a\":1}}"));
    assertThat(values("[{'a': [1]}, NULL]"), contains("{\"v\":[{\"a\":[1]},null]}"));
    assertThat(values("MAP {'a': 1, 'b': NULL}"), contains("{\"v\":{\"a\":1,\"b\":null}}"));
    assertThat(values("MAP {1: 'a'}"), contains("{\"v\":{\"1\":\"a\"}}"));
    assertThat(values("MAP {'a': [1]}"), contains("{\"v\":{\"a\":[1]}}"));
    assertThat(values("MAP {DATE '2024-05-01': true}"), contains("{\"v\":{\"2024-05-01\":true}}"));
  }

  @Test
  void textsOfDuckDbAreTexts() throws Exception {
    assertThat(
        values("'\u5fc3\"\\' || chr(10) || chr(1)"),
        contains("{\"v\":\"\u5fc3\\\"\\\\\\n\\u0001\"}"));
    assertThat(values("'a'::ENUM('a', 'b')"), contains("{\"v\":\"a\"}"));
    assertThat(
        values("UUID '47183823-2574-4bfd-b411-99ed177d3e43'"),
        contains("{\"v\":\"47183823-2574-4bfd-b411-99ed177d3e43\"}"));
    assertThat(
        values("('{\"a\": [1,' || chr(10) || ' 2]}')::JSON"), contains("{\"v\":{\"a\": [1,  2]}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "snappy,V1",
    "zstd,V1",
    "gzip,V1",
    "lz4_raw,V1",
    "uncompressed,V1",
    "zstd,V2",
    "snappy,V2"
  })
  void everyCodecAndEncodingOfDuckDbIsRead(String codec, String version) throws Exception {
    String select =
        "SELECT i * 7 AS a, 'text ' || (i % 1000) AS b, 'id ' || i AS c, i / 7.0 AS d, (i / 3)::FLOAT AS e,"
            + " (i % 3 = 0) AS f, CASE WHEN i % 5 > 0 THEN [i, i + 1] END AS g"
            + " FROM range(30000) r(i)";
    byte[] file =
        duckDb(
            select,
            ", CODEC %s, PARQUET_VERSION %s, ROW_GROUP_SIZE 10000".formatted(codec, version));
    List<String> lines = ParquetFixtures.read(file);
    assertThat(lines.size(), is(30_000));
    assertThat(
        lines.get(29_999),
        is(
            "{\"a\":209993,\"b\":\"text 999\",\"c\":\"id 29999\",\"d\":4285.571428571428,"
                + "\"e\":9999.667,\"f\":false,\"g\":[29999,30000]}"));
    assertThat(lines.get(10_000).contains("\"g\""), is(false));
  }

  @Test
  void whatHasNoFormInJsonIsRefusedByName() throws Exception {
    byte[] blob = duckDb("SELECT 'a'::BLOB AS b", "");
    assertThat(
        assertThrows(ParquetFormatException.class, () -> ParquetFixtures.read(blob)).getMessage(),
        containsString("x.parquet: column 'b' is of type BYTE_ARRAY without a meaning"));
    byte[] brotli = duckDb("SELECT 'a' AS b", ", CODEC brotli");
    assertThat(
        assertThrows(ParquetFormatException.class, () -> ParquetFixtures.read(brotli)).getMessage(),
        containsString("BROTLI"));
    byte[] interval = duckDb("SELECT INTERVAL 1 DAY AS b", "");
    assertThat(
        assertThrows(ParquetFormatException.class, () -> ParquetFixtures.read(interval))
            .getMessage(),
        containsString("INTERVAL"));
  }
}
