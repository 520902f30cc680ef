package simile.verify;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import simile.files.LocalFiles;
import simile.files.StoreFiles;

/**
 * A file of the store on local disk, for readers that need one: the file itself where the store is
 * local, else a temporary copy.
 *
 * @param path the file
 * @param isCopy whether closing deletes it
 */
record LocalView(Path path, boolean isCopy) implements Closeable {

  static LocalView of(StoreFiles files, String path) throws IOException {
    if (files instanceof LocalFiles) {
      return new LocalView(Path.of(files.root()).resolve(path), false);
    }
    Path copy = Files.createTempFile("simile-verify", "");
    try (InputStream in = Channels.newInputStream(files.open(path))) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return new LocalView(copy, true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (isCopy) {
      Files.deleteIfExists(path);
    }
  }
}
