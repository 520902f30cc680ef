package simile.parquet.format;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import simile.parquet.ParquetFormatException;

/**
 * The checksum of a column chunk, headers of pages included, as an entry of its metadata: the
 * format's own covers pages only.
 */
public final class ChunkSum {
  private static final String KEY = "simile.crc32";
  private static final int METADATA = 8;

  private ChunkSum() {}

  /** Adds it to what a footer says of a chunk, after fields with smaller numbers. */
  public static void put(ThriftStruct meta, CRC32 crc) {
    String sum = HexFormat.of().toHexDigits((int) crc.getValue());
    meta.with(METADATA, List.of(new ThriftStruct().with(1, KEY).with(2, sum)));
  }

  static Optional<Integer> of(ThriftStruct meta) throws ParquetFormatException {
    for (ThriftStruct pair : meta.structs(METADATA, "a column's metadata")) {
      if (pair.text(1, "a key").equals(KEY)) {
        return Optional.of(parsed(pair.text(2, "a column's checksum")));
      }
    }
    return Optional.empty();
  }

  private static int parsed(String sum) throws ParquetFormatException {
    try {
      return HexFormat.fromHexDigits(sum);
    } catch (IllegalArgumentException e) {
      throw new ParquetFormatException("a column has a checksum that is no number", e);
    }
  }
}
