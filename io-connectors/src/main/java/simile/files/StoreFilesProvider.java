package simile.files;

import java.io.IOException;
import java.net.URI;

/**
 * Opens {@link StoreFiles} for the URI schemes it knows; found with {@link
 * java.util.ServiceLoader}.
 */
public interface StoreFilesProvider {

  /** The URI scheme served, in lower case, such as {@code hdfs}. */
  String scheme();

  /** Opens the root; does not create it. @throws IOException if the place cannot be reached */
  StoreFiles open(URI root) throws IOException;
}
