package simile.parquet;

import java.util.Map;

/**
 * How a file is written.
 *
 * @param rowGroupRows the most rows that a row group has
 * @param rowGroupBytes about how many bytes, before compression, a row group has at most
 * @param metadata what the footer says of the file, by key
 */
public record ParquetOptions(
    ParquetCompression compression,
    int rowGroupRows,
    long rowGroupBytes,
    Map<String, String> metadata) {

  /** As many as DuckDB's: it reads row groups in parallel, and none of its own is larger. */
  private static final int ROWS = 122_880;

  private static final long BYTES = 64L << 20;

  public ParquetOptions {
    metadata = Map.copyOf(metadata);
  }

  /** Zstandard, at most 122,880 rows and 64 MiB a row group, no metadata. */
  public static ParquetOptions defaults() {
    return new ParquetOptions(ParquetCompression.ZSTD, ROWS, BYTES, Map.of());
  }

  public ParquetOptions withCompression(ParquetCompression newCompression) {
    return new ParquetOptions(newCompression, rowGroupRows, rowGroupBytes, metadata);
  }

  public ParquetOptions withRowGroups(int rows, long bytes) {
    return new ParquetOptions(compression, rows, bytes, metadata);
  }

  public ParquetOptions withMetadata(Map<String, String> newMetadata) {
    return new ParquetOptions(compression, rowGroupRows, rowGroupBytes, newMetadata);
  }
}
