package simile.benchmarks.lifecycle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;

/** Reads analogies without any store, on two threads that take file after file. */
final class PlainJava {
  private static final int ID_AT = "{\"id\":\"".length();
  private static final int ID_BYTES = "analogy-000000000".length();
  private static final int TARGET_AT = "{\"type\":\"deletion\",\"target_id\":\"".length();

  private final TwoThreads threads;

  PlainJava(TwoThreads threads) {
    this.threads = threads;
  }

  /** Every line of some files, whether it counts or not: the limit of reading these bytes. */
  Answer lines(List<Path> files) throws Exception {
    return inTurn(
        files,
        (file, buffer) -> {
          Digest digest = new Digest();
          Lines.read(file, buffer, digest);
          return digest.answer();
        });
  }

  /**
   * The live records of commits: the latest line of each id in a map, lines of deletions too, and
   * all that are left at the end. It knows where the generator puts ids, so it parses nothing.
   */
  Answer live(List<Path> commits) throws Exception {
    Digest digest = new Digest();
    latest(commits).forEach(line -> digest.line(line, 0, line.length));
    return digest.answer();
  }

  /** Writes the live records of commits, in scattered order of id. */
  void writeLive(List<Path> commits, Path file) throws Exception {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (byte[] line : latest(commits)) {
        out.write(line);
        out.write('\n');
      }
    }
  }

  private List<byte[]> latest(List<Path> commits) throws Exception {
    Map<String, Line> latest = new ConcurrentHashMap<>(1 << 20);
    inTurn(
        commits,
        (file, buffer) -> {
          long commit = commits.indexOf(file);
          long[] at = {commit << 40};
          Lines.read(file, buffer, (b, start, end) -> put(latest, at[0]++, b, start, end));
          return Answer.NONE;
        });
    return latest.values().stream().map(Line::bytes).filter(line -> line.length > 0).toList();
  }

  private static void put(Map<String, Line> latest, long order, byte[] b, int start, int end) {
    boolean deletion = b[start + 2] == 't';
    int idAt = start + (deletion ? TARGET_AT : ID_AT);
    String id = new String(b, idAt, ID_BYTES, ISO_8859_1);
    Line line = new Line(order, deletion ? new byte[0] : Arrays.copyOfRange(b, start, end));
    latest.merge(id, line, (one, other) -> one.order > other.order ? one : other);
  }

  private Answer inTurn(List<Path> files, FileWork work) throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Callable<Answer>> workers = new ArrayList<>();
    for (int t = 0; t < TwoThreads.THREADS; t++) {
      workers.add(
          () -> {
            byte[] buffer = Lines.buffer();
            Answer sum = Answer.NONE;
            for (int f = next.getAndIncrement(); f < files.size(); f = next.getAndIncrement()) {
              sum = sum.plus(work.read(files.get(f), buffer));
            }
            return sum;
          });
    }
    return threads.sum(workers);
  }

  private interface FileWork {
    Answer read(Path file, byte[] buffer) throws IOException;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Line(long order, byte[] bytes) {}

  /** Looks at every byte of every line, as a reader of the lines would. */
  static final class Digest implements Lines.Sink {
    private final CRC32C crc = new CRC32C();
    private long rows;
    private long sum;

    @Override
    public void line(byte[] bytes, int start, int end) {
      crc.reset();
      crc.update(bytes, start, end - start);
      rows++;
      sum += crc.getValue();
    }

    Answer answer() {
      return new Answer(rows, sum);
    }
  }
}
