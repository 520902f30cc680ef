package simile.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import java.util.stream.IntStream;
import simile.contract.check.CheckerOptions;
import simile.contract.check.RecordChecker;
import simile.record.RecordBatch;
import simile.record.RecordBatchBuilder;
import simile.record.Schema;

/**
 * Prints how many made-up analogies of about 530 bytes one thread checks in a second of its own CPU
 * time. Not a test: run its {@code main}, with a profiler if need be.
 */
final class CheckerThroughput {
  private static final int SLAB = 8 << 20;
  private static final int ROUNDS = 12;
  private static final int SLABS_A_ROUND = 40;

  private CheckerThroughput() {}

  public static void main(String[] args) {
    byte[] slab = slab(new Random(1));
    int[] lines = lines(slab);
    Contract contract = BuiltInContracts.find("analogies").orElseThrow();
    RecordChecker checker = contract.checker(CheckerOptions.DEFAULTS);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = 0; round < ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      long records = 0;
      for (int i = 0; i < SLABS_A_ROUND; i++) {
        records += check(slab, lines, checker, contract.schema());
      }
      double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
      System.out.printf(
          "%,d records, %.0f bytes each: %,.0f records/s, %.0f MB/s%n",
          records,
          SLAB * (double) SLABS_A_ROUND / records,
          records / seconds,
          SLAB * (double) SLABS_A_ROUND / seconds / 1e6);
    }
  }

  private static long check(byte[] slab, int[] lines, RecordChecker checker, Schema schema) {
    RecordBatchBuilder batch = RecordBatch.builder(schema, slab, Lines.NOW);
    for (int i = 0; i + 1 < lines.length; i++) {
      boolean kept =
          checker.check(slab, lines[i], lines[i + 1] - 1, i, batch, v -> fail(v.toString()));
      if (!kept) {
        fail("rejected");
      }
    }
    return batch.build().size();
  }

  private static void fail(String what) {
    throw new IllegalStateException(what);
  }

  /** Where each line starts; the last is the end. */
  private static int[] lines(byte[] slab) {
    return IntStream.rangeClosed(0, slab.length)
        .filter(i -> i == 0 || slab[i - 1] == '\n')
        .toArray();
  }

  private static byte[] slab(Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(SLAB);
    for (int i = 0; ; i++) {
      byte[] line = line(random, i).getBytes(UTF_8);
      if (out.size() + line.length > SLAB) {
        return out.toByteArray();
      }
      out.writeBytes(line);
    }
  }

  private static String line(Random random, int i) {
    return """
        {"type":"analogy","id":"analogy-%08d","source_domain":"domain %d","target_domain":"domain %d",\
        "quality_score":%.4f,"concept_mappings":{"concept %d":"concept %d","second %d":"other thing %d",\
        "third":"fourth %d","one":["many","several","few %d"]},"frame_mappings":{"Motion %d":"Transfer %d"},\
        "created_at":"2024-05-%02dT10:%02d:00Z","updated_at":"2025-05-%02dT10:00:00.5+02:00",\
        "tags":["generated","domain %d","sample"],"metadata":{"reason":"%s","depth":{"level":%d,"x":[1,2,3]}},\
        "workflow_id":"workflow-%d"}
        """
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
