package simile.compact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import simile.files.StoreFiles;
import simile.merge.Entry;
import simile.merge.RowReader;
import simile.merge.SegmentSource;
import simile.record.RecordBatch;
import simile.record.Schema;
import simile.rewrite.RewriteBatch;

/**
 * Entries that become one segment. They come in the order of their ids and are fetched file by
 * file, each from front to back, so that however many files there are, each is opened once and one
 * at a time.
 */
final class LiveSet {
  private static final int READ_BYTES = 1 << 19;

  // Each file is done with before the next is begun: what was read of it need not be kept.
  private static final RowReader.Budget ONE_FILE =
      new RowReader.Budget(1, 2 * READ_BYTES, READ_BYTES, READ_BYTES);

  private final Schema schema;
  private final List<Entry> entries = new ArrayList<>();
  private final int vectorBytes;
  private long lineBytes;
  private long bytes;

  LiveSet(Schema schema) {
    this.schema = schema;
    vectorBytes = Float.BYTES * schema.dimension().orElse(0);
  }

  void add(Entry entry) {
    entries.add(entry);
    long line = entry.isDeletion() ? 0 : entry.length() + 1L;
    lineBytes += line;
    bytes += bytes(entry);
  }

  private long bytes(Entry entry) {
    long line = entry.isDeletion() ? 0 : entry.length() + 1L;
    return Math.max(CompactionRules.ROW_BYTES, line + (entry.vector() < 0 ? 0 : vectorBytes));
  }

  /** Takes the first entries away, as many as fill {@code limit} bytes. */
  LiveSet first(long limit) {
    LiveSet first = new LiveSet(schema);
    for (Entry entry : entries) {
      if (first.bytes >= limit) {
        break;
      }
      first.add(entry);
    }
    entries.subList(0, first.entries.size()).clear();
    lineBytes -= first.lineBytes;
    bytes -= first.bytes;
    return first;
  }

  /** Takes one of the fewest parts of about one size that have at most {@code most} bytes. */
  LiveSet evenPart(long most) {
    long parts = Math.max(1, (bytes + most - 1) / most);
    return first((bytes + parts - 1) / parts);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** What they count, as {@link CompactionRules} says. */
  long bytes() {
    return bytes;
  }

  /** Fetches their rows and vectors. The entries are let go. */
  RecordBatch fetch(
      StoreFiles files, List<SegmentSource> sources, GroupInput input, KnownVectors vectors)
      throws IOException {
    Map<SegmentSource, Integer> order = new HashMap<>();
    sources.forEach(source -> order.put(source, order.size()));
    entries.sort(
        Comparator.comparingInt((Entry entry) -> order.get(entry.source()))
            .thenComparingInt(Entry::file)
            .thenComparingLong(Entry::offset));
    RewriteBatch batch =
        new RewriteBatch(input.schema(), input.unstored(), Math.toIntExact(lineBytes));
    try (RowReader rows = new RowReader(files, ONE_FILE);
        KnownVectors.Reader reader = vectors.open()) {
      for (Entry entry : entries) {
        add(entry, rows, reader, batch);
      }
    }
    entries.clear();
    return batch.build();
  }

  private static void add(
      Entry entry, RowReader rows, KnownVectors.Reader vectors, RewriteBatch batch)
      throws IOException {
    byte[] id = entry.id().getBytes(UTF_8);
    if (entry.isDeletion()) {
      batch.addDeletion(id, id.length, entry.commit(), entry.position());
      return;
    }
    rows.locate(entry);
    if (entry.vector() < 0) {
      batch.add(
          rows.bytes(),
          rows.start(),
          rows.length(),
          id,
          id.length,
          entry.commit(),
          entry.position());
    } else {
      batch.add(
          rows.bytes(),
          rows.start(),
          rows.length(),
          id,
          id.length,
          entry.commit(),
          entry.position(),
          vectors.read(entry.source(), entry.vector()));
    }
  }
}
