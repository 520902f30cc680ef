package simile.parquet;

/**
 * A file that was written.
 *
 * @param rows how many
 * @param bytes its length
 */
public record ParquetFile(long rows, long bytes) {}
