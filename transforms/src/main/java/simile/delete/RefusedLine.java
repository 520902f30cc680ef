package simile.delete;

import java.io.IOException;
import simile.jsonl.LongLineSink;

/** A line that is too long to be an id, or to hold one. */
record RefusedLine(String file) implements LongLineSink {

  @Override
  public void begin(long offset, long number) throws IOException {
    throw new IdListException(file, number + 1, "the line is too long");
  }

  @Override
  public void piece(byte[] bytes, int start, int length) throws IOException {
    throw new IllegalStateException("a refused line goes on");
  }

  @Override
  public void end() throws IOException {
    throw new IllegalStateException("a refused line goes on");
  }
}
