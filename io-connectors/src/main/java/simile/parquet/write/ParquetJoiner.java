package simile.parquet.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simile.parquet.ParquetFile;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.ChannelBytes;
import simile.parquet.format.FileFooter;
import simile.parquet.format.GrowingBytes;
import simile.parquet.format.ParquetLimits;
import simile.parquet.format.ThriftStruct;
import simile.parquet.format.ThriftWriter;

/**
 * Makes one file of several that have the same schema: their row groups, byte for byte, in the
 * order in which they are added. Metadata is the first file's.
 */
public final class ParquetJoiner {
  private static final int PIECE = 1 << 20;

  private final OutputStream out;
  private final List<ThriftStruct> groups = new ArrayList<>();
  private Optional<ThriftStruct> first = Optional.empty();
  private long written;
  private long rows;

  private ParquetJoiner(OutputStream out) {
    this.out = out;
  }

  /**
   * Begins a file.
   *
   * @param out is never closed
   */
  public static ParquetJoiner to(OutputStream out) throws IOException {
    ParquetJoiner joiner = new ParquetJoiner(out);
    out.write(FileFooter.MAGIC);
    joiner.written = FileFooter.MAGIC.length;
    return joiner;
  }

  /**
   * Adds the row groups of a file.
   *
   * @param part is read from start to end, and not closed
   * @param name what errors call it
   * @throws ParquetFormatException if it is no Parquet, or has another schema than the first
   */
  public void add(SeekableByteChannel part, String name) throws IOException {
    FileFooter footer;
    try {
      footer = FileFooter.read(part, ParquetLimits.defaults());
    } catch (ParquetFormatException e) {
      throw new ParquetFormatException(name + ": " + e.getMessage(), e);
    }
    if (first.isPresent() && !schema(first.get()).equals(schema(footer.thrift()))) {
      throw new ParquetFormatException(
          name + ": has another schema than the first file; only equal ones can be joined");
    }
    first = first.or(() -> Optional.of(footer.thrift()));
    FooterShift shift = new FooterShift(written - FileFooter.MAGIC.length);
    for (ThriftStruct group : footer.thrift().structs(FooterShift.GROUPS, "row groups")) {
      groups.add(shift.group(group));
    }
    rows += footer.rows();
    copy(part, footer.start());
  }

  private static ByteBuffer schema(ThriftStruct footer) throws ParquetFormatException {
    GrowingBytes bytes = new GrowingBytes(1 << 12);
    for (ThriftStruct element : footer.structs(FooterShift.SCHEMA, "the schema")) {
      ThriftWriter.write(element, bytes);
    }
    return ByteBuffer.wrap(bytes.toArray());
  }

  private void copy(SeekableByteChannel part, long end) throws IOException {
    byte[] piece = new byte[PIECE];
    for (long at = FileFooter.MAGIC.length; at < end; ) {
      int length = (int) Math.min(piece.length, end - at);
      ChannelBytes.read(part, at, piece, 0, length);
      out.write(piece, 0, length);
      at += length;
      written += length;
    }
  }

  /**
   * Writes the footer. The stream is flushed and stays open.
   *
   * @return what was written
   * @throws IllegalStateException if no file was added
   */
  public ParquetFile finish() throws IOException {
    ThriftStruct footer = first.orElseThrow(() -> new IllegalStateException("nothing to join"));
    footer.with(FooterShift.ROWS, rows).with(FooterShift.GROUPS, groups);
    written += FooterWriter.write(footer, out);
    out.flush();
    return new ParquetFile(rows, written);
  }
}
