package simile.parquet.write;

import java.io.Closeable;
import simile.parquet.ParquetCompression;
import simile.parquet.format.GrowingBytes;

/** What the columns of a writer share, since they make one page at a time. */
final class PageWorkshop implements Closeable {
  private final Compressor compressor;
  private final Checksums checksums = new Checksums();
  private final GrowingBytes page = new GrowingBytes(1 << 20);
  private final GrowingBytes packed = new GrowingBytes(1 << 20);

  PageWorkshop(ParquetCompression compression) {
    compressor = Compressor.of(compression);
  }

  GrowingBytes page() {
    return page;
  }

  PageSink sink() {
    return new PageSink(compressor, checksums, packed);
  }

  @Override
  public void close() {
    compressor.close();
  }
}
