package simile.bundle.open;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import simile.bundle.BundleException;
import simile.bundle.BundlePaths;
import simile.bundle.BundledFile;
import simile.files.Sha256;

/** Reads files of a bundle whole, and believes none. */
final class CheckedCopy {
  private static final int BUFFER_BYTES = 1 << 17;

  private final String where;
  private final byte[] buffer = new byte[BUFFER_BYTES];

  /**
   * @param where the bundle, for errors
   */
  CheckedCopy(String where) {
    this.where = where;
  }

  /**
   * @throws BundleException if the content is not what {@code bundle.json} says
   */
  void copy(BundledFile file, InputStream in, OutputStream out) throws IOException {
    MessageDigest digest = Sha256.digest();
    long copied = 0;
    for (int n = in.read(buffer); n >= 0 && copied <= file.bytes(); n = in.read(buffer)) {
      copied += n;
      digest.update(buffer, 0, n);
      out.write(buffer, 0, n);
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    if (copied != file.bytes() || !sha256.equals(file.sha256())) {
      throw new BundleException(
          "%s: '%s' is damaged: expected %d bytes with the SHA-256 %s, found %d with %s; copy it again"
              .formatted(
                  where,
                  BundlePaths.shown(file.path()),
                  file.bytes(),
                  file.sha256(),
                  copied,
                  sha256));
    }
  }
}
