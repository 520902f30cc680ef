package simile.parquet.format;

import java.util.OptionalLong;
import simile.parquet.ParquetFormatException;

/**
 * What stands before a page.
 *
 * @param bytes of the page as stored
 * @param fullBytes of the page without compression
 * @param crc the CRC-32 of the page as stored, if it has one
 * @param values how many entries it has, nulls included; of a dictionary, how many values
 * @param repetitionBytes of the repetition levels before the values; only {@link Kind#DATA_2}
 * @param definitionBytes of the definition levels before the values; only {@link Kind#DATA_2}
 * @param compressed whether the column's compression holds for its values
 */
public record PageHeader(
    Kind kind,
    int bytes,
    int fullBytes,
    OptionalLong crc,
    int values,
    Encoding encoding,
    int repetitionBytes,
    int definitionBytes,
    boolean compressed) {

  /** The kinds of pages. */
  public enum Kind {
    DATA,
    INDEX,
    DICTIONARY,
    DATA_2
  }

  /**
   * Takes a header apart.
   *
   * @throws ParquetFormatException if it cannot be true
   */
  public static PageHeader of(ThriftStruct thrift, SchemaNode leaf) throws ParquetFormatException {
    int kind = thrift.count(1, "a page's kind");
    int full = thrift.count(2, "a page's full size");
    int bytes = thrift.count(3, "a page's size");
    // The format has it as a signed number of 32 bits.
    OptionalLong crc = thrift.number(4);
    return switch (kind) {
      case 0 -> data(thrift.struct(5, "a data page's header"), leaf, bytes, full, crc);
      case 1 -> plain(Kind.INDEX, 0, Encoding.PLAIN, bytes, full, crc);
      case 2 -> dictionary(thrift.struct(7, "a dictionary's header"), bytes, full, crc);
      case 3 -> data2(thrift.struct(8, "a data page's header"), bytes, full, crc);
      default -> throw new ParquetFormatException("a page has the unknown kind " + kind);
    };
  }

  private static PageHeader data(
      ThriftStruct header, SchemaNode leaf, int bytes, int full, OptionalLong crc)
      throws ParquetFormatException {
    int values = header.count(1, "a page's number of values");
    Encoding encoding = Encoding.of(header.number(2, "a page's encoding"));
    requireRle(header.number(3), leaf.definition());
    requireRle(header.number(4), leaf.repetitionLevel());
    return plain(Kind.DATA, values, encoding, bytes, full, crc);
  }

  /** Where there are no levels, writers say what they like. */
  private static void requireRle(OptionalLong encoding, int maxLevel)
      throws ParquetFormatException {
    if (maxLevel > 0 && encoding.orElse(0) != Encoding.RLE.number()) {
      throw new ParquetFormatException(
          "a page has its levels in another encoding than RLE, as only files of before 2014 have;"
              + " write the file anew");
    }
  }

  private static PageHeader dictionary(ThriftStruct header, int bytes, int full, OptionalLong crc)
      throws ParquetFormatException {
    int values = header.count(1, "a dictionary's number of values");
    Encoding encoding = Encoding.of(header.number(2, "a dictionary's encoding"));
    return plain(Kind.DICTIONARY, values, encoding, bytes, full, crc);
  }

  private static PageHeader plain(
      Kind kind, int values, Encoding encoding, int bytes, int full, OptionalLong crc) {
    return new PageHeader(kind, bytes, full, crc, values, encoding, 0, 0, true);
  }

  private static PageHeader data2(ThriftStruct header, int bytes, int full, OptionalLong crc)
      throws ParquetFormatException {
    int definition = header.count(5, "the size of a page's levels");
    int repetition = header.count(6, "the size of a page's levels");
    if ((long) definition + repetition > Math.min(bytes, full)) {
      throw new ParquetFormatException("a page's levels claim more bytes than the page");
    }
    return new PageHeader(
        Kind.DATA_2,
        bytes,
        full,
        crc,
        header.count(1, "a page's number of values"),
        Encoding.of(header.number(4, "a page's encoding")),
        repetition,
        definition,
        header.bool(7, true));
  }
}
