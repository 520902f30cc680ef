package simile.jsonl;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream into slabs of whole lines, in bounded memory: at most {@code slabBytes +
 * maxLineBytes} and a little.
 *
 * <p>A line longer than {@code maxLineBytes} never enters a slab: it goes to the {@link
 * LongLineSink} as it is read.
 */
public final class SlabReader implements SlabSource {
  private static final int READ_BYTES = 1 << 20;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final long expectedBytes;
  private final long end;
  private final int slabBytes;
  private final int maxLineBytes;

  private byte[] carry = new byte[0];
  private int carried;
  private long offset;
  private long number;
  private boolean ended;

  private SlabReader(
      InputStream in, long expectedBytes, long offset, long end, int slabBytes, int maxLineBytes) {
    this.in = in;
    this.expectedBytes = expectedBytes;
    this.offset = offset;
    this.end = end;
    this.slabBytes = slabBytes;
    this.maxLineBytes = maxLineBytes;
  }

  /**
   * Reads a whole input.
   *
   * @param expectedBytes how long the input probably is
   * @param slabBytes about how many bytes a slab holds
   * @param maxLineBytes the longest line that is no violation, in bytes without framing
   */
  public static SlabReader whole(
      InputStream in, long expectedBytes, int slabBytes, int maxLineBytes) throws IOException {
    SlabReader reader =
        new SlabReader(in, expectedBytes, 0, Long.MAX_VALUE, slabBytes, maxLineBytes);
    reader.skipByteOrderMark();
    return reader;
  }

  /**
   * Reads the lines whose first byte lies in {@code [start, end)}, as one slab if the range is
   * shorter than 1 GiB.
   *
   * @param in positioned at {@code start - 1} (at 0 where start is 0), so that a line that starts
   *     at {@code start} is known for one
   */
  public static SlabReader range(InputStream in, long start, long end, int maxLineBytes)
      throws IOException {
    long slabBytes = Math.min(1 << 30, end - start + maxLineBytes + 2L * READ_BYTES);
    SlabReader reader = new SlabReader(in, end - start, start, end, (int) slabBytes, maxLineBytes);
    if (start == 0) {
      reader.skipByteOrderMark();
    } else {
      reader.offset = start - 1;
      reader.skipLine();
    }
    return reader;
  }

  @Override
  public Optional<Slab> next(LongLineSink longLines) throws IOException {
    if (ended && carried == 0) {
      return Optional.empty();
    }
    Slab slab = new Slab(firstCapacity());
    System.arraycopy(carry, 0, slab.bytes(), 0, carried);
    int filled = carried;
    carried = 0;
    int lineStart = 0;
    int scanned = 0;
    while (true) {
      int newline = NewlineScanner.find(slab.bytes(), scanned, filled);
      if (newline >= 0) {
        addLine(slab, lineStart, newline, true, longLines);
        lineStart = newline + 1;
        scanned = lineStart;
        if (offset >= end) {
          ended = true;
          return some(slab);
        }
        continue;
      }
      scanned = filled;
      if (filled - lineStart > maxLineBytes + 2) {
        streamLongLine(slab, lineStart, filled, longLines);
        filled = lineStart + carried;
        slab.ensureCapacity(filled);
        System.arraycopy(carry, 0, slab.bytes(), lineStart, carried);
        carried = 0;
        scanned = lineStart;
        if (offset >= end) {
          ended = true;
          return some(slab);
        }
        continue;
      }
      if (lineStart >= slabBytes || (filled >= slabBytes && lineStart > slabBytes / 2)) {
        keepForNext(slab, lineStart, filled);
        return some(slab);
      }
      slab.ensureCapacity(nextCapacity(slab.bytes().length, filled));
      int read = in.read(slab.bytes(), filled, Math.min(READ_BYTES, slab.bytes().length - filled));
      if (read < 0) {
        ended = true;
        if (filled > lineStart) {
          addLine(slab, lineStart, filled, false, longLines);
        }
        return some(slab);
      }
      filled += read;
    }
  }

  /** Lines seen so far, since the start of the split. */
  @Override
  public long linesRead() {
    return number;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private Optional<Slab> some(Slab slab) {
    return slab.lines() == 0 && ended && carried == 0 ? Optional.empty() : Optional.of(slab);
  }

  private int firstCapacity() {
    long rest = Math.max(0, Math.min(slabBytes, Math.min(end - offset, expectedBytes)));
    return (int) Math.max(Math.min(rest + READ_BYTES, 1L << 30), carried + READ_BYTES);
  }

  private int nextCapacity(int capacity, int filled) {
    return capacity - filled >= 1 << 12
        ? capacity
        : (int)
            Math.min(capacity + (long) Math.max(READ_BYTES, capacity / 2), Integer.MAX_VALUE - 16);
  }

  /**
   * Adds the line in {@code [start, stop)}. Only before a line feed is a CR framing.
   *
   * @param ended whether the line ends with a line feed, at {@code stop}, and not with the input
   */
  private void addLine(Slab slab, int start, int stop, boolean ended, LongLineSink longLines)
      throws IOException {
    boolean framed = ended && stop > start && slab.bytes()[stop - 1] == '\r';
    int lineEnd = framed ? stop - 1 : stop;
    if (lineEnd - start > maxLineBytes) {
      longLines.begin(offset, number);
      longLines.piece(slab.bytes(), start, lineEnd - start);
      longLines.end();
    } else {
      slab.add(start, lineEnd, offset, number);
    }
    offset += stop + (ended ? 1L : 0) - start;
    number++;
  }

  /**
   * Sends the line that starts at {@code start} to the sink until its end; what was read beyond it
   * is carried over.
   */
  private void streamLongLine(Slab slab, int start, int filled, LongLineSink longLines)
      throws IOException {
    longLines.begin(offset, number);
    offset += filled - start;
    number++;
    // The last byte is held back, since it may be the CR of a CR LF.
    byte held = slab.bytes()[filled - 1];
    longLines.piece(slab.bytes(), start, filled - start - 1);
    byte[] piece = new byte[READ_BYTES];
    while (true) {
      int read = in.read(piece);
      int newline = read < 0 ? -1 : NewlineScanner.find(piece, 0, read);
      int content = newline >= 0 ? newline : Math.max(read, 0);
      boolean heldIsFraming = newline == 0 && held == '\r';
      if (read != 0 && !heldIsFraming) {
        longLines.piece(new byte[] {held}, 0, 1);
      }
      if (newline >= 0) {
        boolean cr = content > 0 && piece[content - 1] == '\r';
        longLines.piece(piece, 0, cr ? content - 1 : content);
        offset += newline + 1L;
        keep(piece, newline + 1, read);
        break;
      }
      if (read < 0) {
        ended = true;
        break;
      }
      if (read > 0) {
        longLines.piece(piece, 0, content - 1);
        held = piece[content - 1];
        offset += read;
      }
    }
    longLines.end();
  }

  private void keepForNext(Slab slab, int from, int to) {
    keep(slab.bytes(), from, to);
  }

  private void keep(byte[] source, int from, int to) {
    carried = to - from;
    if (carry.length < carried) {
      carry = new byte[carried];
    }
    System.arraycopy(source, from, carry, 0, carried);
  }

  private void skipByteOrderMark() throws IOException {
    byte[] first = in.readNBytes(BYTE_ORDER_MARK.length);
    if (Arrays.equals(first, BYTE_ORDER_MARK)) {
      offset += first.length;
    } else {
      keep(first, 0, first.length);
    }
  }

  /** Skips to the first line that starts in the split. */
  private void skipLine() throws IOException {
    byte[] piece = new byte[1 << 16];
    while (true) {
      int read = in.read(piece);
      if (read < 0) {
        ended = true;
        return;
      }
      int newline = NewlineScanner.find(piece, 0, read);
      if (newline >= 0) {
        offset += newline + 1L;
        keep(piece, newline + 1, read);
        break;
      }
      offset += read;
    }
    if (offset >= end) {
      ended = true;
      carried = 0;
    }
  }
}
