package simile.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import simile.query.Row;

/** Writes the records of one part. Closing without {@link #finish} deletes what was written. */
interface PartWriter extends Closeable {

  /** Adds a record; ids ascend. */
  void add(Row row) throws IOException;

  /** Ends the files; none where no record was added. */
  List<PartFile> finish() throws IOException;
}
