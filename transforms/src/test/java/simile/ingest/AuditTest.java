package simile.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simile.contract.rule.Severity;
import simile.contract.rule.Violation;
import simile.files.LocalFiles;
import simile.files.StoreFiles;
import simile.jsonl.LongLineSink;
import simile.segment.DataFile;

class AuditTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Violation VIOLATION =
      new Violation("field.type", Severity.ERROR, "/id", "a \"string\"", "17\n", "quote\tit");

  @TempDir Path folder;
  private StoreFiles files;

  @BeforeEach
  void openFiles() {
    files = new LocalFiles(folder);
  }

  @Test
  void nothingRejectedMakesNoFile() throws IOException {
    try (AuditWriter audit = new AuditWriter(files, "audit/a.jsonl")) {
      assertThat(audit.finish(), is(Optional.empty()));
    }
    assertThat(files.list("audit"), is(List.of()));
  }

  @Test
  void recordComesBackByteForByte() throws IOException {
    List<byte[]> records = records();
    DataFile file = write(records);
    List<JsonNode> lines = lines(file);
    assertThat(file.rows(), is((long) records.size()));
    for (int i = 0; i < records.size(); i++) {
      assertThat(Arrays.equals(record(lines.get(i)), records.get(i)), is(true));
      assertThat(lines.get(i).get("line").longValue(), is(i + 1L));
      assertThat(lines.get(i).get("violations").get(0).get("actual").textValue(), is("17\n"));
    }
  }

  @Test
  void shiftedLinesDifferInNothingElse() throws IOException {
    DataFile file = write(records());
    DataFile shifted = new AuditLines(files).shift(file, 1_000_000_000_000L, "audit/b.jsonl");
    List<JsonNode> before = lines(file);
    List<JsonNode> after = lines(shifted);
    assertThat(shifted.bytes(), is(files.size("audit/b.jsonl").getAsLong()));
    assertThat(after, hasSize(before.size()));
    for (int i = 0; i < before.size(); i++) {
      long line = before.get(i).get("line").longValue();
      assertThat(after.get(i).get("line").longValue(), is(1_000_000_000_000L + line));
      assertThat(without(after.get(i)), is(without(before.get(i))));
    }
  }

  @Test
  void longLineIsKeptInPieces() throws IOException {
    byte[] line = new byte[100_000];
    new Random(1).nextBytes(line);
    DataFile file;
    try (AuditWriter audit = new AuditWriter(files, "audit/long.jsonl")) {
      LongLineSink sink = audit.longLine("in.jsonl", (name, number) -> VIOLATION);
      sink.begin(77, 4);
      for (int at = 0; at < line.length; at += 777) {
        sink.piece(line, at, Math.min(777, line.length - at));
      }
      sink.end();
      add(audit, 5, "x".getBytes(UTF_8));
      file = audit.finish().orElseThrow();
    }
    List<JsonNode> lines = lines(file);
    assertThat(lines, hasSize(2));
    assertThat(lines.get(0).get("line").longValue(), is(5L));
    assertThat(lines.get(0).get("offset").longValue(), is(77L));
    assertThat(Arrays.equals(record(lines.get(0)), line), is(true));
  }

  private DataFile write(List<byte[]> records) throws IOException {
    try (AuditWriter audit = new AuditWriter(files, "audit/a.jsonl")) {
      for (int i = 0; i < records.size(); i++) {
        add(audit, i + 1, records.get(i));
      }
      return audit.finish().orElseThrow();
    }
  }

  private static void add(AuditWriter audit, long line, byte[] record) throws IOException {
    byte[] slab = new byte[record.length + 6];
    System.arraycopy(record, 0, slab, 3, record.length);
    audit.add("dir/in \"x\".jsonl", line, 9, List.of(VIOLATION), slab, 3, record.length);
  }

  private static List<byte[]> records() {
    List<byte[]> records = new ArrayList<>();
    for (String text :
        List.of("{}", "", "{\"a\":\"\\u0000\"}", "\u0001\t\r \"\\", "ключ \uD83D\uDE00 \u2028")) {
      records.add(text.getBytes(UTF_8));
    }
    records.add(new byte[] {'{', (byte) 0xC3, '}'});
    records.add(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
    return records;
  }

  private List<JsonNode> lines(DataFile file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : new String(files.read(file.path()), UTF_8).lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static byte[] record(JsonNode line) throws IOException {
    return line.has("record")
        ? line.get("record").textValue().getBytes(UTF_8)
        : line.get("record_base64").binaryValue();
  }

  private static String without(JsonNode line) {
    return line.toString().replaceFirst("\"line\":\\d+", "");
  }
}
