package simile.jsonl;

import java.io.Closeable;
import java.io.IOException;

/** Gives lines of JSON one by one, made of something else, such as the rows of a table. */
public interface LineSource extends Closeable {

  /**
   * Writes the next line, without framing and without a line feed inside.
   *
   * @return whether there was one; after the last, false
   */
  boolean next(LineBuffer into) throws IOException;
}
