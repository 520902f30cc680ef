package simile.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that is built on local disk and then becomes a file of the store. Closing without {@link
 * #publish} discards it.
 */
public interface LocalBuild extends Closeable {

  /** Where to build. Nothing is there at first. */
  Path path();

  /** Makes the finished file durable under its name in the store. */
  void publish() throws IOException;
}
