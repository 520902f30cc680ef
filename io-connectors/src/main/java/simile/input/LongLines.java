package simile.input;

import java.io.IOException;
import simile.jsonl.LongLineSink;

/** Gives the sink for lines of a piece that are too long to hold. */
@FunctionalInterface
public interface LongLines {
  LongLineSink of(Piece piece) throws IOException;
}
