package simile.bundle.open;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import simile.bundle.Bundle;
import simile.bundle.BundleJson;
import simile.bundle.BundlePaths;
import simile.bundle.BundledFile;

/**
 * Checks a bundle that is a folder.
 *
 * @param place where it is
 * @param found what is there
 */
record BundleFolder(BundlePlace place, FoundFiles found) {

  Bundle check() throws IOException {
    found.indexBytes(BundleJson.MAX_BYTES);
    Bundle bundle = BundleJson.fromBytes(index(), place.location(BundlePaths.INDEX));
    found.require(bundle);
    CheckedCopy copy = new CheckedCopy(place.name());
    for (BundledFile file : bundle.files()) {
      try (InputStream in = place.open(file.path())) {
        copy.copy(file, in, OutputStream.nullOutputStream());
      }
    }
    return bundle;
  }

  /** It may have grown since it was measured. */
  private byte[] index() throws IOException {
    try (InputStream in = place.open(BundlePaths.INDEX)) {
      return in.readNBytes(BundleJson.MAX_BYTES);
    }
  }
}
