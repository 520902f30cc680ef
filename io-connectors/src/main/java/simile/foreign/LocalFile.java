package simile.foreign;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import simile.input.InputOpener;

/** An input file on local disk: itself, or a copy that goes when this is closed. */
final class LocalFile implements Closeable {
  private final Path path;
  private final boolean temporary;

  private LocalFile(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  static LocalFile of(InputOpener files, String uri) throws IOException {
    if (!uri.matches("[A-Za-z][A-Za-z0-9+.-]+://.*")) {
      return new LocalFile(Path.of(uri), false);
    }
    LocalFile copy = new LocalFile(Files.createTempFile("simile-import-", ""), true);
    try (InputStream in = Channels.newInputStream(files.open(uri))) {
      Files.copy(in, copy.path, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException | RuntimeException e) {
      copy.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(path);
    }
  }
}
