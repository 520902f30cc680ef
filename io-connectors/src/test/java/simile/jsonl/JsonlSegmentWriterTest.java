package simile.jsonl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import simile.files.LocalFiles;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.SortedRows;
import simile.segment.BlockTable;
import simile.segment.DataFile;
import simile.segment.RowPlaces;
import simile.testing.Batches;
import simile.testing.Schemas;

class JsonlSegmentWriterTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Compression.class)
  void placesPointAtTheRows(Compression compression) throws IOException {
    List<String> lines = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 3_000; i++) {
      String filler = "x".repeat(random.nextInt(i % 500 == 0 ? 400_000 : 400));
      lines.add("{\"id\":\"i%d\",\"tags\":[\"%s\"]}".formatted(random.nextInt(2_500), filler));
    }
    lines.add("-i5");
    RecordBatch batch = Batches.of(Schemas.analogies(OptionalInt.empty()), lines);
    SortedRows rows = SortedRows.of(batch);
    RowPlaces places = write(batch, rows, compression);

    assertThat(places.files(), hasSize(1));
    DataFile file = places.files().get(0);
    byte[] stored = new LocalFiles(folder).read(file.path());
    byte[] whole = decompress(compression, stored);
    assertThat(file.rows(), is((long) rows.records()));
    assertThat(file.bytes(), is((long) stored.length));
    for (int rank = 0; rank < rows.size(); rank++) {
      int row = rows.row(rank);
      if (batch.isDeletion(row)) {
        assertThat(places.file(rank), is(-1));
      } else {
        assertRow(lines.get(row), batch.submittedAt(), whole, places, rank);
      }
    }
    assertBlocks(compression, places.blocks().get(0), stored, whole);
  }

  @Test
  void rowsAreByPartitionAndById() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      lines.add("{\"id\":\"%02d\",\"created_at\":\"\"}".formatted(39 - i));
    }
    RecordBatch batch = partitioned(lines, 4);
    RowPlaces places = write(batch, SortedRows.of(batch), Compression.NONE);
    assertThat(
        places.files().stream().map(DataFile::partition).sorted().toList(),
        is(List.of("v0", "v1", "v2", "v3")));
    for (DataFile file : places.files()) {
      List<String> written =
          new String(new LocalFiles(folder).read(file.path()), UTF_8).lines().toList();
      assertThat(written, hasSize(10));
      assertThat(written, is(written.stream().sorted().toList()));
    }
  }

  @Test
  void valuesBeyondTheLimitShareBuckets() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      lines.add("{\"id\":\"%04d\"}".formatted(i));
    }
    RecordBatch batch = partitioned(lines, 1_000);
    RowPlaces places = write(batch, SortedRows.of(batch), Compression.NONE);
    List<DataFile> buckets = places.files().stream().filter(f -> f.partition().isEmpty()).toList();
    assertThat(places.files().size() - buckets.size(), is(JsonlSegmentWriter.MAX_VALUES));
    assertThat(buckets.size(), lessThanOrEqualTo(32));
    assertThat(places.files().stream().mapToLong(DataFile::rows).sum(), is(1_000L));
  }

  @Test
  void valuesOfRowsThatAreReplacedGetNoFolder() throws IOException {
    RecordBatch batch = partitioned(List.of("{\"id\":\"a\"}", "{\"id\":\"a\"}", "-a"), 3);
    assertThat(write(batch, SortedRows.of(batch), Compression.NONE).files(), is(empty()));
  }

  private RowPlaces write(RecordBatch batch, SortedRows rows, Compression compression)
      throws IOException {
    return new JsonlSegmentWriter(new LocalFiles(folder), "jsonl", "s", compression)
        .write(batch, rows);
  }

  /** Row {@code i} gets the partition {@code v(i mod values)}. */
  private static RecordBatch partitioned(List<String> lines, int values) {
    byte[] slab = String.join("\n", lines).getBytes(UTF_8);
    RecordBatchBuilder builder =
        RecordBatch.builder(Schemas.analogies(OptionalInt.empty()), slab, Batches.SUBMITTED_AT);
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      int length = lines.get(i).length();
      builder.startRow(start, length, i);
      if (slab[start] == '-') {
        builder.id(slab, start + 1, length - 1, false).deletion();
      } else {
        int quote = lines.get(i).indexOf('"', 6);
        builder.id(slab, start + 7, quote < 0 ? 1 : lines.get(i).indexOf('"', 7) - 7, false);
        builder.partition("v" + i % values);
      }
      builder.endRow();
      start += length + 1;
    }
    return builder.build();
  }

  private static void assertRow(
      String line, String stamp, byte[] whole, RowPlaces places, int rank) {
    int offset = (int) places.offset(rank);
    byte[] row = Arrays.copyOfRange(whole, offset, offset + places.length(rank));
    String expected = line.substring(0, line.length() - 1) + ",\"created_at\":\"" + stamp + "\"}";
    assertThat(new String(row, UTF_8), is(expected));
    assertThat(whole[offset + row.length], is((byte) '\n'));
    CRC32C crc = new CRC32C();
    crc.update(row);
    assertThat(places.crc32c(rank), is((int) crc.getValue()));
  }

  private static void assertBlocks(
      Compression compression, BlockTable table, byte[] stored, byte[] whole) throws IOException {
    if (compression == Compression.NONE) {
      assertThat(table.isEmpty(), is(true));
      return;
    }
    assertThat(table.blocks(), is(greaterThan(3)));
    for (int b = 0; b < table.blocks(); b++) {
      int from = (int) table.uncompressedStart(b);
      int to = (int) table.uncompressedStart(b + 1);
      byte[] block = Arrays.copyOfRange(stored, (int) table.start(b), (int) table.start(b + 1));
      byte[] plain = BlockCompressor.decompress(compression, block, to - from);
      assertThat(Arrays.equals(plain, Arrays.copyOfRange(whole, from, to)), is(true));
      assertThat(table.blockOf(from), is(b));
      assertThat(table.blockOf(to - 1L), is(b));
    }
  }

  private static byte[] decompress(Compression compression, byte[] stored) throws IOException {
    return switch (compression) {
      case NONE -> stored;
      case GZIP -> new GZIPInputStream(new ByteArrayInputStream(stored)).readAllBytes();
      case ZSTD -> new ZstdInputStream(new ByteArrayInputStream(stored)).readAllBytes();
    };
  }

  @Test
  void damagedBlocksAreRefused() throws IOException {
    byte[] plain = "some text that is long enough\n".repeat(50).getBytes(UTF_8);
    for (Compression c : new Compression[] {Compression.GZIP, Compression.ZSTD}) {
      byte[] block = BlockCompressor.compress(c, plain, plain.length);
      for (int length : Stream.of(plain.length - 1, plain.length + 1).toList()) {
        org.junit.jupiter.api.Assertions.assertThrows(
            IOException.class, () -> BlockCompressor.decompress(c, block, length));
      }
    }
  }
}
