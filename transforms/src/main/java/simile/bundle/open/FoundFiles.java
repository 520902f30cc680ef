package simile.bundle.open;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import simile.bundle.Bundle;
import simile.bundle.BundleException;
import simile.bundle.BundlePaths;
import simile.bundle.BundledFile;

/**
 * The files that were found, by path, and how large each is. Held against {@code bundle.json}
 * before any is opened.
 */
final class FoundFiles {
  private final String where;
  private final Map<String, Long> sizes = new HashMap<>();
  private final Map<String, String> folded = new HashMap<>();

  /**
   * @param where the bundle, for errors
   */
  FoundFiles(String where) {
    this.where = where;
  }

  void add(String path, long bytes) throws BundleException {
    String other = folded.putIfAbsent(BundlePaths.folded(path), path);
    if (other != null) {
      throw refused(
          other.equals(path)
              ? "'%s' is there twice".formatted(BundlePaths.shown(path))
              : "'%s' and '%s' differ only in case"
                  .formatted(BundlePaths.shown(other), BundlePaths.shown(path)));
    }
    sizes.put(path, bytes);
  }

  void requireFewer(int files) throws BundleException {
    if (sizes.size() > files) {
      throw refused("there are more than %d files, which is what is read".formatted(files));
    }
  }

  /** The size of {@code bundle.json}, which must be there. */
  int indexBytes(long max) throws BundleException {
    Long bytes = sizes.get(BundlePaths.INDEX);
    if (bytes == null) {
      throw refused("there is no bundle.json; a bundle that was not finished has none");
    }
    if (bytes > max) {
      throw refused("bundle.json has %d bytes; at most %d are read".formatted(bytes, max));
    }
    return bytes.intValue();
  }

  void require(Bundle bundle) throws BundleException {
    for (BundledFile file : bundle.files()) {
      requireSize(file);
    }
    Set<String> named = new HashSet<>(Set.of(BundlePaths.INDEX));
    bundle.files().forEach(file -> named.add(file.path()));
    for (String path : sizes.keySet()) {
      if (!named.contains(path)) {
        throw refused(
            "'%s' is there, but bundle.json does not name it; take it away"
                .formatted(BundlePaths.shown(path)));
      }
    }
  }

  private void requireSize(BundledFile file) throws BundleException {
    Long bytes = sizes.get(file.path());
    if (bytes == null) {
      throw refused("'%s' is missing; copy it again".formatted(BundlePaths.shown(file.path())));
    }
    if (bytes != file.bytes()) {
      throw refused(
          "'%s' has %d bytes; expected %d, so copy it again"
              .formatted(BundlePaths.shown(file.path()), bytes, file.bytes()));
    }
  }

  private BundleException refused(String why) {
    return new BundleException(where + ": " + why);
  }
}
