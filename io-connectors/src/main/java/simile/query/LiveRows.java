package simile.query;

import java.io.IOException;
import java.util.Optional;
import simile.merge.Entry;

/** Live rows by id. */
@FunctionalInterface
interface LiveRows {
  Optional<Entry> next() throws IOException;
}
