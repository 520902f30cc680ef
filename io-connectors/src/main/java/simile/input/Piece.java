package simile.input;

import java.io.Serializable;

/**
 * Lines of one file: those whose first byte lies in {@code [start, end)}; a whole file has {@code
 * [0, Long.MAX_VALUE)}.
 *
 * @param file the file
 * @param start the first byte
 * @param end the byte after the last
 */
public record Piece(SourceFile file, long start, long end) implements Serializable {

  public static Piece whole(SourceFile file) {
    return new Piece(file, 0, Long.MAX_VALUE);
  }

  public boolean isWhole() {
    return start == 0 && end == Long.MAX_VALUE;
  }

  /** The piece's share of the file's size, in bytes as stored. */
  public long storedBytes() {
    return Math.min(end, file.stamp().bytes()) - start;
  }
}
