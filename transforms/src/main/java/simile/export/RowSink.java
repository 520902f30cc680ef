package simile.export;

import java.io.Closeable;
import java.io.IOException;
import simile.connectors.WrittenFile;
import simile.query.Row;

/** Makes one file of records, which come by id. Closing without {@link #finish} gives it up. */
interface RowSink extends Closeable {

  void add(Row row) throws IOException;

  /** Ends the file, durably. */
  WrittenFile finish() throws IOException;
}
