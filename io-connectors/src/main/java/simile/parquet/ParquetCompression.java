package simile.parquet;

/** How pages are compressed. */
public enum ParquetCompression {
  NONE,
  GZIP,
  ZSTD
}
