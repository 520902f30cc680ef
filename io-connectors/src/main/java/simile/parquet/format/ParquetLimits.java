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

  private static final long MOST_MEMORY = 512L << 20;

  /**
   * What foreign files may ask where nothing else is said: a footer of 16 MiB, a quarter of the
   * heap but at most 512 MiB for pages, and so much JSON that only a trap has more.
   */
  public static ParquetLimits defaults() {
    long memory = Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 4);
    return new ParquetLimits(16 << 20, 2_000_000, 10_000, memory, 10_000, 256L << 20);
  }

  public ParquetLimits withMemoryBytes(long bytes) {
    return new ParquetLimits(footerBytes, headerValues, columns, bytes, expansion, freeBytes);
  }
}
