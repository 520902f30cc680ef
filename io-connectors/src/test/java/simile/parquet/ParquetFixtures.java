package simile.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import simile.jsonl.LongLineSink;
import simile.jsonl.Slab;
import simile.parquet.format.ParquetLimits;
import simile.parquet.read.ParquetLines;
import simile.parquet.write.ParquetRecordWriter;

/** Files in memory, and their lines. */
final class ParquetFixtures {
  static final ObjectMapper JSON = new ObjectMapper();

  /** As an export of analogies has them. */
  static final List<ParquetField> ANALOGIES =
      List.of(
          new ParquetField("id", ParquetType.TEXT),
          new ParquetField("type", ParquetType.TEXT),
          new ParquetField("quality_score", ParquetType.REAL),
          new ParquetField("count", ParquetType.INTEGER),
          new ParquetField("gold", ParquetType.BOOLEAN),
          new ParquetField("concept_mappings", ParquetType.NAMES),
          new ParquetField("created_at", ParquetType.TIMESTAMP),
          new ParquetField("tags", ParquetType.TEXTS),
          new ParquetField("metadata", ParquetType.JSON),
          new ParquetField("embedding", ParquetType.VECTOR));

  private ParquetFixtures() {}

  static byte[] write(String... lines) throws IOException {
    return write(ParquetOptions.defaults(), List.of(lines));
  }

  static byte[] write(ParquetOptions options, List<String> lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ParquetRecordWriter writer = ParquetRecordWriter.to(out, ANALOGIES, options)) {
      for (String line : lines) {
        byte[] bytes = line.getBytes(UTF_8);
        writer.add(bytes, 0, bytes.length);
      }
      writer.finish();
    }
    return out.toByteArray();
  }

  static List<String> read(byte[] file) throws IOException {
    return read(file, ParquetLimits.defaults());
  }

  static List<String> read(byte[] file, ParquetLimits limits) throws IOException {
    return read(file, 0, Long.MAX_VALUE, limits);
  }

  static List<String> read(byte[] file, long start, long end, ParquetLimits limits)
      throws IOException {
    List<String> lines = new ArrayList<>();
    try (ParquetLines reader =
        ParquetLines.open(
            new SeekableInMemoryByteChannel(file),
            "x.parquet",
            start,
            end,
            1 << 16,
            1 << 20,
            limits)) {
      for (Optional<Slab> next = reader.next(new NoLongLines());
          next.isPresent();
          next = reader.next(new NoLongLines())) {
        Slab slab = next.get();
        for (int i = 0; i < slab.lines(); i++) {
          lines.add(new String(slab.bytes(), slab.start(i), slab.end(i) - slab.start(i), UTF_8));
        }
      }
    }
    return lines;
  }

  static List<JsonNode> trees(List<String> lines) throws IOException {
    List<JsonNode> trees = new ArrayList<>();
    for (String line : lines) {
      trees.add(JSON.readTree(line));
    }
    return trees;
  }

  /** Fails where a line is too long. */
  private static final class NoLongLines implements LongLineSink {
    @Override
    public void begin(long offset, long number) {
      throw new AssertionError("a long line at row " + offset);
    }

    @Override
    public void piece(byte[] bytes, int start, int length) {}

    @Override
    public void end() {}
  }
}
