package simile.parquet;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import simile.parquet.format.Codec;
import simile.parquet.format.GrowingBytes;
import simile.parquet.format.ParquetLimits;
import simile.parquet.format.PhysicalType;

/** What damaged files and traps must meet: a clear error that names the file, in little memory. */
final class HostileFiles {
  static final ParquetLimits LIMITS =
      new ParquetLimits(1 << 20, 100_000, 1000, 8 << 20, 1000, 1 << 20);

  /** All that a read allocates, garbage included. */
  static final long MAX_ALLOCATED = 200L << 20;

  private HostileFiles() {}

  static void refused(byte[] file, String why) {
    long before = allocated();
    ParquetFormatException e =
        assertThrows(ParquetFormatException.class, () -> ParquetFixtures.read(file, LIMITS));
    assertThat(e.getMessage(), allOf(startsWith("x.parquet: "), containsString(why)));
    assertThat(allocated() - before, lessThan(MAX_ALLOCATED));
  }

  static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  static HandmadeParquet oneColumn(PhysicalType type, long values, byte[]... pages) {
    return HandmadeParquet.ofOneColumn(values, type).chunk(type, Codec.UNCOMPRESSED, values, pages);
  }

  static byte[] withBody(GrowingBytes levels, byte[] body) {
    levels.put(body);
    return levels.toArray();
  }
}
