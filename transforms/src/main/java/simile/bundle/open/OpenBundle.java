package simile.bundle.open;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import simile.bundle.Bundle;
import simile.bundle.BundleException;
import simile.bundle.BundlePaths;
import simile.bundle.BundledFile;

/**
 * A bundle whose files are what {@code bundle.json} says. Closing deletes what was unpacked of an
 * archive; a folder stays as it is.
 */
public final class OpenBundle implements Closeable {
  private final Bundle bundle;
  private final Path folder;
  private final Optional<Unpacked> unpacked;

  private OpenBundle(Bundle bundle, Path folder, Optional<Unpacked> unpacked) {
    this.bundle = bundle;
    this.folder = folder;
    this.unpacked = unpacked;
  }

  /**
   * Opens and checks a bundle.
   *
   * @param location a folder, or a tar archive
   * @param temporary where archives may be unpacked
   * @throws BundleException if it is none, is damaged, or is not safe
   */
  public static OpenBundle open(Path location, Path temporary) throws IOException {
    if (Files.isDirectory(location)) {
      Path folder = location.toRealPath();
      return new OpenBundle(new BundleFolder(folder).check(), folder, Optional.empty());
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
        return new OpenBundle(tar.bundle(), unpacked.folder(), Optional.of(unpacked));
      } catch (IOException | RuntimeException e) {
        unpacked.discard(e);
        throw e;
      }
    }
  }

  /**
   * Whether there seems to be a bundle, by what lies there; whether it can be taken {@link #open}
   * says.
   */
  public static boolean isBundle(Path location) {
    return Files.isRegularFile(location.resolve(BundlePaths.INDEX))
        || (Files.isRegularFile(location) && BundleTar.isTar(location));
  }

  public Bundle bundle() {
    return bundle;
  }

  /** Where the bundle's files are now. */
  public Path folder() {
    return folder;
  }

  /** Where a file of the bundle is. */
  public Path path(BundledFile file) {
    return folder.resolve(file.path());
  }

  @Override
  public void close() throws IOException {
    if (unpacked.isPresent()) {
      unpacked.get().close();
    }
  }
}
