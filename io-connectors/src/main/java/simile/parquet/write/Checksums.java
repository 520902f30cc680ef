package simile.parquet.write;

import java.util.zip.CRC32;

/** The checksum that pages and gzip have. */
final class Checksums {
  private final CRC32 crc = new CRC32();

  int crc32(byte[] bytes, int start, int length) {
    crc.reset();
    crc.update(bytes, start, length);
    return (int) crc.getValue();
  }
}
