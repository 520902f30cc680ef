package simile.jsonl;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A piece of input in memory, and where its lines are. Lines are without their framing; blank ones
 * are there too. Arrays are not to be changed by readers.
 */
public final class Slab {
  private byte[] bytes;
  private int lines;
  private int[] start = new int[1024];
  private int[] end = new int[1024];
  private long[] offset = new long[1024];
  private long[] number = new long[1024];
  private final Map<Integer, LineFault> faults = new HashMap<>();

  Slab(int capacity) {
    bytes = new byte[capacity];
  }

  /** A slab without bytes and lines, to be filled by somebody else. */
  public static Slab empty() {
    return new Slab(0);
  }

  /**
   * Sets the bytes that lines are spans of, once they are all there.
   *
   * @param filled are kept
   */
  public void setBytes(byte[] filled) {
    bytes = filled;
  }

  /** The bytes that lines are spans of. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many lines there are. */
  public int lines() {
    return lines;
  }

  /** Where line {@code i} starts in {@link #bytes()}. */
  public int start(int i) {
    return start[i];
  }

  /** Where line {@code i} ends, exclusive. */
  public int end(int i) {
    return end[i];
  }

  /** Where the line starts in the (uncompressed) input, in bytes. */
  public long offset(int i) {
    return offset[i];
  }

  /** The line's number since the start of the split, from 0. */
  public long number(int i) {
    return number[i];
  }

  /** The line that starts at a place in {@link #bytes()}. */
  public int lineAt(int place) {
    return Arrays.binarySearch(start, 0, lines, place);
  }

  /** Whether the line is empty or white space only. */
  public boolean isBlank(int i) {
    for (int p = start[i]; p < end[i]; p++) {
      byte b = bytes[p];
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  /** Why line {@code i} is to be rejected unread; empty for almost all. */
  public Optional<LineFault> fault(int i) {
    return faults.isEmpty() ? Optional.empty() : Optional.ofNullable(faults.get(i));
  }

  /** Says that the line that was added last is to be rejected. */
  void reject(LineFault fault) {
    faults.put(lines - 1, fault);
  }

  /**
   * Adds the line in {@code bytes[lineStart, lineEnd)}, after the ones before.
   *
   * @param fileOffset what {@link #offset} says of it
   * @param lineNumber what {@link #number} says of it
   */
  public void add(int lineStart, int lineEnd, long fileOffset, long lineNumber) {
    if (lines == start.length) {
      start = Arrays.copyOf(start, lines * 2);
      end = Arrays.copyOf(end, lines * 2);
      offset = Arrays.copyOf(offset, lines * 2);
      number = Arrays.copyOf(number, lines * 2);
    }
    start[lines] = lineStart;
    end[lines] = lineEnd;
    offset[lines] = fileOffset;
    number[lines++] = lineNumber;
  }

  /** Adds the lines of another slab after the lines of this one. */
  public void append(Slab more) {
    int used = lines == 0 ? 0 : end[lines - 1];
    int first = more.lines == 0 ? 0 : more.start[0];
    int last = more.lines == 0 ? 0 : more.end[more.lines - 1];
    int needed = Math.addExact(used, last - first);
    if (needed > bytes.length) {
      ensureCapacity((int) Math.min(needed * 2L, Integer.MAX_VALUE - 16));
    }
    System.arraycopy(more.bytes, first, bytes, used, last - first);
    int before = lines;
    more.faults.forEach((line, fault) -> faults.put(before + line, fault));
    for (int i = 0; i < more.lines; i++) {
      add(used + more.start[i] - first, used + more.end[i] - first, more.offset[i], more.number[i]);
    }
  }

  void ensureCapacity(int capacity) {
    if (capacity > bytes.length) {
      bytes = Arrays.copyOf(bytes, capacity);
    }
  }
}
