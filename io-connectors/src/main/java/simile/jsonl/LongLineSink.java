package simile.jsonl;

import java.io.IOException;

/** Receives a line that is too long to hold in memory, piece by piece. */
public interface LongLineSink {

  /**
   * Starts a line.
   *
   * @param offset where it starts in the input
   * @param number its number since the start of the split, from 0
   */
  void begin(long offset, long number) throws IOException;

  /** Takes the next bytes of the line, which are overwritten afterwards. */
  void piece(byte[] bytes, int start, int length) throws IOException;

  /** Ends the line. */
  void end() throws IOException;
}
