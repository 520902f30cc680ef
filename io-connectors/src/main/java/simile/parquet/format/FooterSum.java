package simile.parquet.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import simile.parquet.ParquetFormatException;

/**
 * The checksum of a footer, which the format has no place for: an entry of its metadata, whose
 * value is the CRC-32 of the footer with eight zeros as that value. Others take it for a note.
 */
public final class FooterSum {
  private static final String KEY = "simile.crc32";
  private static final String ZEROS = "00000000";

  private static final int METADATA = 5;
  private static final int PAIR_KEY = 1;
  private static final int PAIR_VALUE = 2;

  private FooterSum() {}

  /** Adds the checksum to a footer that is complete, or sets it anew. */
  public static void put(ThriftStruct footer) throws ParquetFormatException {
    List<ThriftStruct> pairs = new ArrayList<>(footer.structs(METADATA, "the metadata"));
    Optional<ThriftStruct> known = find(pairs);
    ThriftStruct pair = known.orElseGet(() -> new ThriftStruct().with(PAIR_KEY, KEY));
    if (known.isEmpty()) {
      pairs.add(pair);
    }
    footer.with(METADATA, pairs);
    pair.with(PAIR_VALUE, ZEROS);
    pair.with(PAIR_VALUE, sum(footer));
  }

  /**
   * Checks a footer that has a checksum.
   *
   * @throws ParquetFormatException if it is another
   */
  static void check(ThriftStruct footer) throws ParquetFormatException {
    Optional<ThriftStruct> pair = find(footer.structs(METADATA, "the metadata"));
    if (pair.isEmpty()) {
      return;
    }
    String said = pair.get().text(PAIR_VALUE, "the footer's checksum");
    pair.get().with(PAIR_VALUE, ZEROS);
    String sum = sum(footer);
    pair.get().with(PAIR_VALUE, said);
    if (!sum.equals(said)) {
      throw new ParquetFormatException("the footer is damaged: its checksum is another");
    }
  }

  private static Optional<ThriftStruct> find(List<ThriftStruct> pairs) {
    return pairs.stream()
        .filter(pair -> pair.binary(PAIR_KEY).filter(FooterSum::isKey).isPresent())
        .findFirst();
  }

  private static boolean isKey(byte[] name) {
    return new String(name, US_ASCII).equals(KEY);
  }

  private static String sum(ThriftStruct footer) {
    GrowingBytes bytes = new GrowingBytes(1 << 16);
    ThriftWriter.write(footer, bytes);
    CRC32 crc = new CRC32();
    crc.update(bytes.array(), 0, bytes.size());
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
