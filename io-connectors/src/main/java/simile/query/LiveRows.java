package simile.query;

import java.io.IOException;
import java.util.Optional;

/** Live rows by id. */
@FunctionalInterface
interface LiveRows {
  Optional<LiveRow> next() throws IOException;
}
