package simile.bundle.open;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Where the files of a bundle are. Closing it deletes what was unpacked for it. */
interface BundlePlace extends Closeable {

  /** The place, for errors. */
  String name();

  /** Where a file is: a path, or a URI. */
  String location(String path);

  /** Opens a file. */
  InputStream open(String path) throws IOException;

  @Override
  default void close() throws IOException {}
}
