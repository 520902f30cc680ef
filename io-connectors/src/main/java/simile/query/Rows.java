package simile.query;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The rows of a query's answer, one after another. */
public interface Rows extends Closeable {

  /** The next row, or empty at the end. */
  Optional<Row> next() throws IOException;
}
