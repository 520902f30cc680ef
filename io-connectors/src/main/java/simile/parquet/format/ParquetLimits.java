package simile.parquet.format;

/**
 * What a file may ask of its reader.
 *
 * @param footerBytes the longest footer
 * @param headerValues how many values a footer may have, nested ones included
 * @param columns how many columns a file may have
 * @param memoryBytes what pages and dictionaries may take, all open columns together
 * @param expansion how many bytes of JSON a stored byte of a row group may become, beyond {@link
 *     #freeBytes}
 * @param freeBytes how many bytes of JSON a row group may become, however small it is
 */
public record ParquetLimits(
    int footerBytes,
    long headerValues,
    int columns,
    long memoryBytes,
    long expansion,
    long freeBytes) {

  /** What is asked of foreign files where nothing else is said. */
  public static ParquetLimits defaults() {
    return new ParquetLimits(32 << 20, 4_000_000, 10_000, 512L << 20, 10_000, 256L << 20);
  }

  public ParquetLimits withMemoryBytes(long bytes) {
    return new ParquetLimits(footerBytes, headerValues, columns, bytes, expansion, freeBytes);
  }
}
