package simile.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Serves {@code file:} URIs, everywhere. */
public final class LocalFilesProvider implements StoreFilesProvider {

  @Override
  public String scheme() {
    return "file";
  }

  @Override
  public StoreFiles open(URI root) throws IOException {
    try {
      return new LocalFiles(Path.of(root));
    } catch (IllegalArgumentException e) {
      throw new UnsupportedStoreException(
          "'" + root + "' names no local folder; write file:///absolute/path or a plain path", e);
    }
  }
}
