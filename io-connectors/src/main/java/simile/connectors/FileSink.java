package simile.connectors;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import org.apache.beam.sdk.io.fs.ResourceId;

/** Makes one file of elements. Closing without {@link #finish} gives the file up. */
interface FileSink<T> extends Closeable {

  /** Opens a sink for a file that does not exist yet. */
  interface Factory<T> extends Serializable {
    FileSink<T> open(ResourceId file) throws IOException;

    /** What names end with, such as {@code .npz}. */
    String suffix();
  }

  void add(T element) throws IOException;

  /** About how large the file is so far, in bytes. */
  long bytes();

  /** Ends the file. */
  WrittenFile finish() throws IOException;
}
