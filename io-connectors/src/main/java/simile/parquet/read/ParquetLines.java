package simile.parquet.read;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import simile.jsonl.LongLineSink;
import simile.jsonl.Slab;
import simile.jsonl.SlabSource;
import simile.parquet.ParquetFormatException;
import simile.parquet.format.FileFooter;
import simile.parquet.format.ParquetLimits;
import simile.parquet.format.RowGroup;
import simile.parquet.format.SchemaNode;

/**
 * Reads the rows of a Parquet file, anyone's, as lines of JSON. What becomes of which type, and
 * what is refused: see the package. A line's offset is its row's number in the file.
 *
 * <p>Whatever the file is, memory stays within the limits and a slab, and what is wrong is a {@link
 * ParquetFormatException} that names the file.
 */
public final class ParquetLines implements SlabSource {
  private static final int SLACK = 1 << 16;

  private final SeekableByteChannel channel;
  private final String name;
  private final ParquetLimits limits;
  private final int slabBytes;
  private final int maxLineBytes;
  private final FileFooter footer;
  private final Iterator<RowGroup> groups;
  private Optional<RowGroupReader> open = Optional.empty();
  private long linesRead;

  private ParquetLines(
      SeekableByteChannel channel,
      String name,
      ParquetLimits limits,
      int slabBytes,
      int maxLineBytes,
      FileFooter footer,
      List<RowGroup> groups) {
    this.channel = channel;
    this.name = name;
    this.limits = limits;
    this.slabBytes = slabBytes;
    this.maxLineBytes = maxLineBytes;
    this.footer = footer;
    this.groups = groups.iterator();
  }

  /**
   * Opens the row groups that start in the file's bytes {@code [start, end)}, so that ranges that
   * cover a file give each row once. The footer is read here.
   *
   * @param channel is closed by {@link #close}; where opening fails it stays open
   * @param name what errors call the file
   * @param end may be beyond the file's end
   * @param slabBytes about how many bytes a slab holds
   * @param maxLineBytes the longest line that enters a slab; longer ones go to the sink
   * @throws ParquetFormatException if the file is not Parquet, or is refused
   */
  public static ParquetLines open(
      SeekableByteChannel channel,
      String name,
      long start,
      long end,
      int slabBytes,
      int maxLineBytes,
      ParquetLimits limits)
      throws IOException {
    try {
      FileFooter footer = FileFooter.read(channel, limits);
      List<RowGroup> groups =
          footer.rowGroups().stream()
              .filter(group -> group.rows() > 0)
              .filter(group -> group.start() >= start && group.start() < end)
              .toList();
      return new ParquetLines(channel, name, limits, slabBytes, maxLineBytes, footer, groups);
    } catch (ParquetFormatException | RuntimeException e) {
      throw refused(name, e);
    }
  }

  /**
   * Looks at a file as far as its footer goes.
   *
   * @throws ParquetFormatException if the file is not Parquet, or has a column whose values have no
   *     form in JSON
   */
  public static void require(SeekableByteChannel channel, ParquetLimits limits) throws IOException {
    for (SchemaNode leaf : FileFooter.read(channel, limits).leaves()) {
      var unused = ScalarFormats.of(leaf);
    }
  }

  /** The rows of the whole file, as its footer has them. */
  public long rowsInFile() {
    return footer.rows();
  }

  /** Lines made so far. */
  @Override
  public long linesRead() {
    return linesRead;
  }

  /**
   * The next slab, or empty at the end. Each call allocates a new slab.
   *
   * @throws ParquetFormatException if the file is damaged, or is refused
   */
  @Override
  public Optional<Slab> next(LongLineSink longLines) throws IOException {
    try {
      return read(longLines);
    } catch (ParquetFormatException | RuntimeException e) {
      throw refused(name, e);
    }
  }

  private Optional<Slab> read(LongLineSink longLines) throws IOException {
    JsonOut out = new JsonOut(slabBytes + SLACK, maxRowBytes());
    Slab slab = Slab.empty();
    while (out.size() < slabBytes && hasRow()) {
      RowGroupReader group = open.orElseThrow();
      int start = out.size();
      long row = group.nextRow();
      group.write(out);
      if (out.size() - start <= maxLineBytes) {
        slab.add(start, out.size(), row, linesRead);
      } else {
        longLines.begin(row, linesRead);
        longLines.piece(out.bytes().array(), start, out.size() - start);
        longLines.end();
        out.bytes().truncate(start);
      }
      linesRead++;
    }
    slab.setBytes(out.bytes().array());
    return slab.lines() == 0 ? Optional.empty() : Optional.of(slab);
  }

  /** A line that is too long is held whole for its sink, but not any line. */
  private int maxRowBytes() {
    return (int) Math.min(Integer.MAX_VALUE / 2, 4L * maxLineBytes);
  }

  private boolean hasRow() throws IOException {
    while (open.isEmpty() || !open.get().hasNext()) {
      if (!groups.hasNext()) {
        return false;
      }
      open = Optional.of(new RowGroupReader(channel, footer, groups.next(), limits));
    }
    return true;
  }

  private static ParquetFormatException refused(String name, Exception cause) {
    return new ParquetFormatException(name + ": " + cause.getMessage(), cause);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
