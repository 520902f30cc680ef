package simile.parquet.write;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import simile.parquet.format.Encoding;
import simile.parquet.format.GrowingBytes;
import simile.parquet.format.ThriftStruct;
import simile.parquet.format.ThriftWriter;

/** The finished pages of a column chunk, compressed, until the row group is written. */
final class PageSink {
  private static final int DATA_PAGE = 0;
  private static final int DICTIONARY_PAGE = 2;

  private final Compressor compressor;
  private final Checksums checksums;
  private final GrowingBytes pages = new GrowingBytes(1 << 14);
  private final GrowingBytes packed;
  private long fullBytes;

  /**
   * @param packed scratch, which every column may share
   */
  PageSink(Compressor compressor, Checksums checksums, GrowingBytes packed) {
    this.compressor = compressor;
    this.checksums = checksums;
    this.packed = packed;
  }

  void addData(GrowingBytes page, int values, Encoding encoding) {
    ThriftStruct header =
        new ThriftStruct()
            .with(1, values)
            .with(2, encoding.number())
            .with(3, Encoding.RLE.number())
            .with(4, Encoding.RLE.number());
    add(page, DATA_PAGE, 5, header);
  }

  void addDictionary(GrowingBytes page, int values) {
    ThriftStruct header = new ThriftStruct().with(1, values).with(2, Encoding.PLAIN.number());
    add(page, DICTIONARY_PAGE, 7, header);
  }

  private void add(GrowingBytes page, int kind, int id, ThriftStruct kindHeader) {
    packed.truncate(0);
    compressor.compress(page.array(), page.size(), packed);
    ThriftStruct header =
        new ThriftStruct()
            .with(1, kind)
            .with(2, page.size())
            .with(3, packed.size())
            .with(4, checksums.crc32(packed.array(), 0, packed.size()))
            .with(id, kindHeader);
    int before = pages.size();
    ThriftWriter.write(header, pages);
    fullBytes += pages.size() - before + page.size();
    pages.put(packed.array(), 0, packed.size());
  }

  int codec() {
    return compressor.codec().number();
  }

  /** Bytes as they will be stored. */
  int bytes() {
    return pages.size();
  }

  /** Bytes without compression, headers included. */
  long fullBytes() {
    return fullBytes;
  }

  void addTo(CRC32 sum) {
    sum.update(pages.array(), 0, pages.size());
  }

  void drainTo(OutputStream out) throws IOException {
    out.write(pages.array(), 0, pages.size());
    pages.truncate(0);
    fullBytes = 0;
  }
}
