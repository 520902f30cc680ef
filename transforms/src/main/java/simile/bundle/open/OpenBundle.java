package simile.bundle.open;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import simile.bundle.Bundle;
import simile.bundle.BundleException;
import simile.bundle.BundlePaths;
import simile.files.StoreFiles;

/**
 * A bundle whose files are what {@code bundle.json} says. Closing deletes what was unpacked of an
 * archive; a folder stays as it is.
 */
public final class OpenBundle implements Closeable {
  private final Bundle bundle;
  private final BundlePlace place;

  private OpenBundle(Bundle bundle, BundlePlace place) {
    this.bundle = bundle;
    this.place = place;
  }

  /**
   * Opens and checks a bundle on local disk.
   *
   * @param location a folder, or a tar archive
   * @param temporary where archives may be unpacked
   * @throws BundleException if it is none, is damaged, or is not safe
   */
  public static OpenBundle open(Path location, Path temporary) throws IOException {
    if (Files.isDirectory(location)) {
      LocalFolder folder = new LocalFolder(location.toRealPath(), Optional.empty());
      return new OpenBundle(new BundleFolder(folder, folder.find()).check(), folder);
    }
    if (!Files.isRegularFile(location)) {
      throw new BundleException(
          "%s: no bundle; expected a folder with a bundle.json, or a .tar of one"
              .formatted(location));
    }
    try (BundleTar tar = BundleTar.open(location)) {
      Unpacked unpacked = Unpacked.create(temporary);
      try {
        tar.unpack(unpacked);
        return new OpenBundle(
            tar.bundle(), new LocalFolder(unpacked.folder(), Optional.of(unpacked)));
      } catch (IOException | RuntimeException e) {
        unpacked.discard(e);
        throw e;
      }
    }
  }

  /**
   * Opens and checks a bundle that is a folder, wherever one can be.
   *
   * @throws BundleException if it is none, or is damaged
   */
  public static OpenBundle open(StoreFiles files) throws IOException {
    StoredFolder folder = new StoredFolder(files);
    return new OpenBundle(new BundleFolder(folder, folder.find()).check(), folder);
  }

  /**
   * Whether there seems to be a bundle, by what lies there; whether it can be taken {@link #open}
   * says.
   */
  public static boolean isBundle(Path location) {
    return Files.isRegularFile(location.resolve(BundlePaths.INDEX))
        || (Files.isRegularFile(location) && BundleTar.isTar(location));
  }

  /** As {@link #isBundle(Path)}, of a folder. */
  public static boolean isBundle(StoreFiles folder) throws IOException {
    return folder.size(BundlePaths.INDEX).isPresent();
  }

  public Bundle bundle() {
    return bundle;
  }

  /** Where a file of the bundle is now: a path, or a URI. */
  public String location(String path) {
    return place.location(path);
  }

  /** Opens a file of the bundle. */
  public InputStream read(String path) throws IOException {
    return place.open(path);
  }

  @Override
  public void close() throws IOException {
    place.close();
  }
}
