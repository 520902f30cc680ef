package simile.files.remote;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import simile.files.LocalFiles;
import simile.files.StoreFiles;

/**
 * A file of the store on local disk, for readers that need one: the file itself where the store is
 * local, else a copy, or a name of its own in the cache.
 *
 * @param path the file
 * @param isOwn whether closing deletes it
 */
public record LocalView(Path path, boolean isOwn) implements Closeable {

  /**
   * The file as it is in a local store; from elsewhere only with the bytes that the log names.
   *
   * @param sha256 what the log says of it
   * @throws IOException if it comes from elsewhere and is not what the log names
   */
  public static LocalView of(StoreFiles files, String path, String sha256) throws IOException {
    return of(files, path, sha256, false);
  }

  /**
   * As {@link #of(StoreFiles, String, String)}.
   *
   * @param isKnown whether this process has compared the file before, so that once is enough
   */
  public static LocalView of(StoreFiles files, String path, String sha256, boolean isKnown)
      throws IOException {
    if (files instanceof LocalFiles) {
      return new LocalView(Path.of(files.root()).resolve(path), false);
    }
    return files.isRemote()
        ? FileCache.ofProcess().view(files, path, sha256, isKnown)
        : copy(files, path);
  }

  private static LocalView copy(StoreFiles files, String path) throws IOException {
    Path copy = Files.createTempFile("simile-view-", "");
    LocalView view = new LocalView(copy, true);
    try {
      String unused = Fetch.of(files, path, copy);
      return view;
    } catch (IOException | RuntimeException e) {
      view.close();
      throw e;
    }
  }

  /** Opens it, for good: closing the view does no harm to the channel. */
  public SeekableByteChannel open() throws IOException {
    return Files.newByteChannel(path);
  }

  @Override
  public void close() throws IOException {
    if (isOwn) {
      Files.deleteIfExists(path);
    }
  }
}
