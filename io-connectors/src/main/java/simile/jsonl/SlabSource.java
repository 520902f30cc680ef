package simile.jsonl;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Gives lines of JSON as slabs, whatever they are made of. For one thread. */
public interface SlabSource extends Closeable {

  /**
   * The next slab, or empty at the end. Each call allocates a new slab.
   *
   * @param longLines gets the lines that are too long to hold
   */
  Optional<Slab> next(LongLineSink longLines) throws IOException;

  /** Lines given so far. */
  long linesRead();
}
