package simile.benchmarks.generate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of a collection as JSON lines, a file for each commit. Each file's ids spread over all
 * ids; a fifth of its records are updates, and for twenty records it has one deletion. The same
 * bytes on every machine.
 */
public final class LifecycleInput {
  private static final byte[] DELETION =
      "{\"type\":\"deletion\",\"target_id\":\"analogy-".getBytes(US_ASCII);
  private static final byte[] END = "\"}\n".getBytes(US_ASCII);
  private static final int FLUSH_BYTES = 1 << 20;

  private final long seed;
  private final long records;
  private final int commits;
  private final LifecycleIds ids;

  /**
   * @param records of all commits together, without deletions
   */
  public LifecycleInput(long seed, long records, int commits) {
    this.seed = seed;
    this.records = records;
    this.commits = commits;
    this.ids = new LifecycleIds(records);
  }

  /** Writes {@code commit-01.jsonl} and so on. @return them, in the order of commits */
  public List<Path> writeTo(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int c = 0; c < commits; c++) {
      Path file = folder.resolve("commit-%02d.jsonl".formatted(c + 1));
      try (OutputStream out = Files.newOutputStream(file)) {
        write(records * c / commits, records * (c + 1) / commits, out);
      }
      files.add(file);
    }
    return files;
  }

  private void write(long from, long to, OutputStream out) throws IOException {
    AnalogyText analogies = new AnalogyText(seed, ids);
    SplitMix random = new SplitMix();
    ByteText text = new ByteText(FLUSH_BYTES * 2);
    for (long record = from; record < to; record++) {
      analogies.write(record, text);
      if (LifecycleIds.isFollowedByDeletion(record)) {
        random.seed(~seed, record);
        text.add(DELETION).addNumber(ids.deletedAfter(record, random), 9).add(END);
      }
      if (text.length() > FLUSH_BYTES) {
        flush(text, out);
      }
    }
    flush(text, out);
  }

  private static void flush(ByteText text, OutputStream out) throws IOException {
    out.write(text.bytes(), 0, text.length());
    text.clear();
  }
}
