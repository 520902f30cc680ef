package simile.merge;

import java.io.EOFException;
import java.io.IOException;
import simile.files.ChannelPool;

/**
 * Fetches live rows file by file, each from front to back. What lies between two of them is read
 * with them where that is little, and passed over where it is much. Rows of compressed files are
 * fetched by a {@link RowReader}, which keeps their blocks for the next stretch of ids. Not for
 * several threads.
 */
public final class ExtentReader {
  private static final int EXTENT_BYTES = 1 << 17;
  private static final int GAP_BYTES = 1 << 14;

  private final RowFiles files;
  private final RowReader single;
  private final ChannelPool channels;
  private byte[] buffer = new byte[0];
  private LiveRows rows;
  private int from;
  private int to;
  private int at;
  private int rank;
  private int extentFile;
  private long extentStart;
  private int extentLength;
  private byte[] extent = buffer;
  private byte[] bytes = buffer;
  private int start;
  private int length;

  /**
   * @param single reads rows that lie alone, and owns the open files
   */
  public ExtentReader(RowFiles files, RowReader single) {
    this.files = files;
    this.single = single;
    this.channels = single.channels();
    this.rows = new LiveRows(files);
  }

  /** Begins with rows of some ranks. */
  public void begin(LiveRows newRows, int fromRank, int toRank) {
    rows = newRows;
    from = fromRank;
    to = toRank;
    at = -1;
    extentFile = -1;
  }

  /** Goes to the next row in the order of files, without reading it. @return false at the end */
  public boolean next() {
    while (++at < rows.size()) {
      rank = rows.inFileOrder(at);
      if (rank >= from && rank < to) {
        return true;
      }
    }
    return false;
  }

  /** The rank of the row among its {@link LiveRows}. */
  public int rank() {
    return rank;
  }

  /**
   * Finds the row's bytes: {@link #length} of them, from {@link #start} in {@link #bytes}.
   *
   * @throws CorruptRowException if they are not those that were written
   */
  public void locate() throws IOException {
    int file = rows.file(rank);
    long offset = rows.offset(rank);
    length = rows.length(rank);
    if (!isInExtent(file, offset)) {
      if (!files.table(file).isEmpty()) {
        locateAlone(file, offset);
        return;
      }
      readExtent(file, offset);
    }
    bytes = extent;
    start = (int) (offset - extentStart);
    requireWhole(file, offset);
  }

  private void locateAlone(int file, long offset) throws IOException {
    single.locate(files.source(file), files.fileOf(file), offset, length);
    bytes = single.bytes();
    start = single.start();
    requireWhole(file, offset);
  }

  private boolean isInExtent(int file, long offset) {
    return file == extentFile
        && offset >= extentStart
        && offset + length <= extentStart + extentLength;
  }

  private void readExtent(int file, long offset) throws IOException {
    int wanted = (int) (endOfExtent(file, offset) - offset);
    extent = wanted <= EXTENT_BYTES ? buffer() : new byte[wanted];
    extentFile = -1;
    extentLength = channels.readUpTo(files.path(file), offset, extent, wanted);
    extentFile = file;
    extentStart = offset;
    if (!isInExtent(file, offset)) {
      throw new EOFException(files.path(file) + " ends before the row at " + offset);
    }
  }

  private byte[] buffer() {
    buffer = buffer.length == 0 ? new byte[EXTENT_BYTES] : buffer;
    return buffer;
  }

  /** Where to stop: before much that is not wanted, or where no more has room. */
  private long endOfExtent(int file, long offset) {
    long end = offset + length;
    for (int n = at + 1; n < rows.size(); n++) {
      int other = rows.inFileOrder(n);
      long otherEnd = rows.offset(other) + rows.length(other);
      if (rows.file(other) != file
          || other >= to
          || rows.offset(other) > end + GAP_BYTES
          || otherEnd > offset + EXTENT_BYTES) {
        break;
      }
      end = Math.max(end, otherEnd);
    }
    return end;
  }

  private void requireWhole(int file, long offset) throws CorruptRowException {
    if (single.checksum(bytes, start, length) != rows.crc32c(rank)) {
      throw new CorruptRowException(files.path(file), offset, rows.id(rank));
    }
  }

  /** The bytes that {@link #locate} found lie in these; valid until the next call. */
  public byte[] bytes() {
    return bytes;
  }

  public int start() {
    return start;
  }

  public int length() {
    return length;
  }
}
