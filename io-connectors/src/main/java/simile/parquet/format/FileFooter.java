package simile.parquet.format;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import simile.parquet.ParquetFormatException;

/**
 * What a file says of itself at its end. It has been checked: every chunk lies within the file,
 * chunks and file have no fewer bytes than they claim together, and the tree of the schema is one.
 *
 * @param thrift the footer as it is
 * @param leaves the columns, in the order of every row group
 * @param start the file's byte at which the footer starts
 */
public record FileFooter(
    ThriftStruct thrift,
    SchemaNode root,
    List<SchemaNode> leaves,
    long rows,
    List<RowGroup> rowGroups,
    long start) {

  /** What a file starts and ends with. */
  public static final byte[] MAGIC = "PAR1".getBytes(US_ASCII);

  private static final String ENCRYPTED = "PARE";
  private static final int TAIL = Integer.BYTES + 4;

  public FileFooter {
    leaves = List.copyOf(leaves);
    rowGroups = List.copyOf(rowGroups);
  }

  /**
   * Reads a footer.
   *
   * @throws ParquetFormatException if the file is not Parquet, is damaged or encrypted, or asks for
   *     more than the limits allow
   */
  public static FileFooter read(SeekableByteChannel channel, ParquetLimits limits)
      throws IOException {
    long size = channel.size();
    if (size < MAGIC.length + TAIL) {
      throw new ParquetFormatException("a file of " + size + " bytes is no Parquet");
    }
    byte[] head = new byte[MAGIC.length];
    ChannelBytes.read(channel, 0, head, 0, head.length);
    byte[] tail = new byte[TAIL];
    ChannelBytes.read(channel, size - TAIL, tail, 0, TAIL);
    String first = new String(head, US_ASCII);
    String last = new String(tail, Integer.BYTES, MAGIC.length, US_ASCII);
    if (first.equals(ENCRYPTED) || last.equals(ENCRYPTED)) {
      throw new ParquetFormatException("the file is encrypted; decrypt it first");
    }
    if (!first.equals("PAR1") || !last.equals("PAR1")) {
      throw new ParquetFormatException(
          "the file does not start and end with PAR1, as Parquet does");
    }
    return read(channel, size, new LittleEndian(tail).int32(0), limits);
  }

  private static FileFooter read(
      SeekableByteChannel channel, long size, int length, ParquetLimits limits) throws IOException {
    long start = size - TAIL - length;
    if (length <= 0 || start < MAGIC.length) {
      throw new ParquetFormatException(
          "the footer claims %d bytes of a file of %d".formatted(length, size));
    }
    if (length > limits.footerBytes()) {
      throw new ParquetFormatException(
          "the footer has %d bytes, more than the %d that are read; write fewer row groups or columns"
              .formatted(length, limits.footerBytes()));
    }
    byte[] bytes = new byte[length];
    ChannelBytes.read(channel, start, bytes, 0, length);
    ThriftStruct thrift = new ThriftReader(bytes, 0, length, limits.headerValues()).struct();
    return new FooterCheck(thrift, start, limits).read();
  }
}
