package simile.connectors;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.beam.sdk.io.FileSystems;

/**
 * A file on local disk, for formats that need random access: the file itself if it is local, else a
 * copy that closing deletes.
 */
public final class LocalCopy implements Closeable {
  private final Path path;
  private final boolean isCopy;

  private LocalCopy(Path path, boolean isCopy) {
    this.path = path;
    this.isCopy = isCopy;
  }

  public static LocalCopy of(String uri) throws IOException {
    if (!uri.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
      return new LocalCopy(Path.of(uri), false);
    }
    Path copy = Files.createTempFile("simile-", ".copy");
    try (InputStream in =
        Channels.newInputStream(FileSystems.open(FileSystems.matchNewResource(uri, false)))) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
    return new LocalCopy(copy, true);
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (isCopy) {
      Files.deleteIfExists(path);
    }
  }
}
