package simile.rewrite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import simile.contract.BuiltInContracts;
import simile.contract.Contract;
import simile.contract.check.CheckerOptions;
import simile.contract.check.RecordChecker;
import simile.json.MalformedJsonException;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;

/**
 * Prints how many made-up analogies of about 530 bytes one thread takes apart in a second of its
 * CPU time, by the contract's check and by a rewrite. Not a test: run its {@code main}.
 */
final class RewriteThroughput {
  private static final int LINES = 16_000;
  private static final int ROUNDS = 8;
  private static final int BATCHES_A_ROUND = 20;

  private RewriteThroughput() {}

  public static void main(String[] args) throws MalformedJsonException {
    List<byte[]> lines = lines(new Random(1));
    Contract contract = BuiltInContracts.find("analogies").orElseThrow();
    for (int round = 0; round < ROUNDS; round++) {
      double check = seconds(() -> check(contract, lines));
      double rewrite = seconds(() -> rewrite(contract, lines));
      double records = (double) LINES * BATCHES_A_ROUND;
      System.out.printf(
          "check %,.0f records/s, rewrite %,.0f records/s: %.1f times%n",
          records / check, records / rewrite, check / rewrite);
    }
  }

  /** Work on one batch. */
  private interface Work {
    int run() throws MalformedJsonException;
  }

  private static double seconds(Work work) throws MalformedJsonException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < BATCHES_A_ROUND; i++) {
      if (work.run() != LINES) {
        throw new IllegalStateException("rows were lost");
      }
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static int check(Contract contract, List<byte[]> lines) {
    int bytes = lines.stream().mapToInt(line -> line.length).sum();
    byte[] slab = new byte[bytes];
    Schema schema = contract.schema();
    RecordChecker checker = contract.checker(CheckerOptions.DEFAULTS);
    RecordBatchBuilder batch = RecordBatch.builder(schema, slab, SegmentCopy.SUBMITTED_AT);
    int at = 0;
    for (byte[] line : lines) {
      System.arraycopy(line, 0, slab, at, line.length);
      checker.check(slab, at, at + line.length, at, batch, v -> {});
      at += line.length;
    }
    return batch.build().size();
  }

  private static int rewrite(Contract contract, List<byte[]> lines) throws MalformedJsonException {
    RewriteBatch batch = new RewriteBatch(contract.schema(), contract.unstored(), 9 << 20);
    byte[] id = "analogy-00000000".getBytes(UTF_8);
    for (byte[] line : lines) {
      batch.add(line, 0, line.length, id, id.length, 1, 1);
    }
    return batch.build().size();
  }

  private static List<byte[]> lines(Random random) {
    List<byte[]> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      lines.add(line(random, i).getBytes(UTF_8));
    }
    return lines;
  }

  private static String line(Random random, int i) {
    return """
        {"type":"analogy","id":"analogy-%08d","source_domain":"domain %d","target_domain":"domain %d",\
        "quality_score":%s,"concept_mappings":{"concept %d":"concept %d","second %d":"other thing %d",\
        "third":"fourth %d","one":["many","several","few %d"]},"frame_mappings":{"Motion %d":"Transfer %d"},\
        "created_at":"2024-05-%02dT10:%02d:00Z","updated_at":"2025-05-%02dT10:00:00.5+02:00",\
        "tags":["generated","domain %d","sample"],"metadata":{"reason":"%s","depth":{"level":%d,"x":[1,2,3]}},\
        "workflow_id":"workflow-%d"}"""
        .formatted(
            i,
            random.nextInt(50),
            random.nextInt(50),
            random.nextDouble(),
            random.nextInt(999),
            random.nextInt(999),
            random.nextInt(999),
            random.nextInt(999),
            random.nextInt(99),
            random.nextInt(9),
            random.nextInt(99),
            random.nextInt(99),
            1 + random.nextInt(28),
            random.nextInt(60),
            1 + random.nextInt(28),
            random.nextInt(50),
            "an explanation of some length ".repeat(1 + random.nextInt(3)),
            random.nextInt(9),
            random.nextInt(99));
  }
}
