package simile.bundle;

import java.util.regex.Pattern;

/**
 * A file of a bundle.
 *
 * @param path relative to the bundle, see {@link BundlePaths}
 * @param bytes its size
 * @param sha256 of its bytes, 64 hexadecimal digits in lower case
 */
public record BundledFile(String path, long bytes, String sha256) {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public BundledFile {
    BundlePaths.require(path);
    if (bytes < 0) {
      throw new IllegalArgumentException("'%s' cannot have %d bytes".formatted(path, bytes));
    }
    if (!SHA_256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "'%s' has the SHA-256 '%s'; expected 64 of 0-9 a-f".formatted(path, sha256));
    }
  }
}
