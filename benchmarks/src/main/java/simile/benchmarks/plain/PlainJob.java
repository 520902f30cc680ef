package simile.benchmarks.plain;

import java.nio.file.Path;

/**
 * What to do.
 *
 * @param output a folder that does not exist yet
 * @param rangeBytes how much of the input becomes one SQLite shard
 * @param sqlite whether there are shards at all
 */
public record PlainJob(Path input, Path output, long rangeBytes, int threads, boolean sqlite) {
  /** 64 MiB. */
  public static final long RANGE_BYTES = 64L << 20;
}
