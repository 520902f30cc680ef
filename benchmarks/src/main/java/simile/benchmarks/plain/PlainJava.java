package simile.benchmarks.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The contestant that shows what this machine can do. */
public final class PlainJava {
  private static final int FLUSH_THREADS = 4;

  private final PlainJob job;
  private final Stages stages = new Stages();

  public PlainJava(PlainJob job) {
    this.job = job;
  }

  /** {@code PlainJava INPUT OUTPUT jsonl|both}: prints where the time of its threads went. */
  public static void main(String[] args) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    PlainJob job =
        new PlainJob(
            Path.of(args[0]),
            Path.of(args[1]),
            PlainJob.RANGE_BYTES,
            threads,
            args[2].equals("both"));
    System.out.println(new PlainJava(job).run());
  }

  /** Writes everything. @return where the time went, for people */
  public String run() throws IOException {
    Files.createDirectories(job.output());
    try (FileChannel input = FileChannel.open(job.input());
        Flusher flusher = new Flusher(FLUSH_THREADS, stages)) {
      List<Written> written = ranges(input, flusher);
      flusher.await();
      manifest(written, flusher);
      flusher.await();
    }
    return stages.toString();
  }

  private List<Written> ranges(FileChannel input, Flusher flusher) throws IOException {
    int count = Math.toIntExact((input.size() + job.rangeBytes() - 1) / job.rangeBytes());
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(job.threads());
    try {
      List<Future<List<Written>>> workers = new ArrayList<>();
      for (int i = 0; i < job.threads(); i++) {
        workers.add(pool.submit(() -> worker(input, flusher, next, count)));
      }
      List<Written> written = new ArrayList<>();
      for (Future<List<Written>> worker : workers) {
        written.addAll(done(worker));
      }
      return written;
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Written> worker(FileChannel input, Flusher flusher, AtomicInteger next, int count)
      throws IOException {
    RangeWorker worker = new RangeWorker(job, flusher, stages);
    List<Written> written = new ArrayList<>();
    for (int range = next.getAndIncrement(); range < count; range = next.getAndIncrement()) {
      written.addAll(worker.work(input, range));
    }
    return written;
  }

  private void manifest(List<Written> written, Flusher flusher) throws IOException {
    String json =
        written.stream().map(Written::toJson).collect(Collectors.joining(",\n", "[", "]\n"));
    HashedFile file = new HashedFile(job.output(), "manifest.json", ByteBuffer.allocate(1 << 16));
    byte[] bytes = json.getBytes(UTF_8);
    file.add(bytes, 0, bytes.length);
    file.finish(written.size(), flusher);
  }

  private static <T> T done(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (ExecutionException e) {
      throw new IOException("a range could not be written", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
